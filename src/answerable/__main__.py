from answerable.cli import main

main()
