"""The posts of one actor told by many documents, each once: with its days where any of them gives days."""

from __future__ import annotations

from collections.abc import Iterable

from answerable.model import Post
from answerable.registry import title_key


def tidied(posts: Iterable[Post]) -> tuple[Post, ...]:
    """The posts, dated ones first and in order of day, without those that only repeat another in fewer words.

    A post whose days are not known is left out where another holds all its words: "Water Secretary" beside "Secretary
    of State for Water and Rivers", "leader of the council" beside "Leader of Tarn Borough Council".
    """
    every = dict.fromkeys(posts)
    dated = sorted((p for p in every if p.start or p.end), key=lambda p: (p.start is not None, p.start or p.end))
    open_ = sorted((p for p in every if not (p.start or p.end)), key=lambda p: -len(_words(p)))
    kept = list(dated)
    for post in open_:
        if not any(_words(post) <= _words(other) for other in kept):
            kept.append(post)
    return tuple(kept)


def _words(post: Post) -> frozenset[str]:
    return frozenset(title_key(f"{post.role} {post.organisation or ''}").split()) - {"of", "for", "and"}
