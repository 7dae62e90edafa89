"""English plurals that do not follow from their endings."""

from __future__ import annotations

IRREGULAR = {
    **{"aliases": "alias", "biases": "bias", "canvases": "canvas", "atlases": "atlas"},
    **{"bonuses": "bonus", "buses": "bus", "campuses": "campus", "censuses": "census"},
    **{"corpuses": "corpus", "statuses": "status", "viruses": "virus", "lenses": "lens"},
    **{"caches": "cache", "headaches": "headache", "axes": "axis", "quizzes": "quiz"},
    **{"children": "child", "people": "person", "men": "man", "women": "woman"},
    **{"feet": "foot", "geese": "goose", "mice": "mouse", "teeth": "tooth"},
    **{"indices": "index", "matrices": "matrix", "vertices": "vertex", "appendices": "appendix"},
    **{"criteria": "criterion", "phenomena": "phenomenon"},
    **{"cookies": "cookie", "movies": "movie", "zombies": "zombie", "selfies": "selfie"},
    **{"rookies": "rookie", "calories": "calorie", "hoodies": "hoodie", "brownies": "brownie"},
    **{"ties": "tie", "pies": "pie", "lies": "lie", "dies": "die"},
    **{"heroes": "hero", "echoes": "echo", "potatoes": "potato", "tomatoes": "tomato"},
    **{"vetoes": "veto", "cargoes": "cargo", "torpedoes": "torpedo", "mosquitoes": "mosquito"},
    **{"embargoes": "embargo", "volcanoes": "volcano", "tornadoes": "tornado"},
    **{"crises": "crisis", "oases": "oasis", "ellipses": "ellipsis", "emphases": "emphasis"},
    **{"diagnoses": "diagnosis", "prognoses": "prognosis", "synopses": "synopsis"},
    **{"analyses": "analysis", "catalyses": "catalysis", "paralyses": "paralysis"},
    **{"theses": "thesis", "hypotheses": "hypothesis", "syntheses": "synthesis"},
    **{"parentheses": "parenthesis", "prostheses": "prosthesis"},
    **{"calves": "calf", "elves": "elf", "halves": "half", "knives": "knife", "lives": "life"},
    **{"leaves": "leaf", "loaves": "loaf", "scarves": "scarf", "selves": "self"},
    **{"shelves": "shelf", "bookshelves": "bookshelf", "thieves": "thief", "wharves": "wharf"},
    **{"wives": "wife", "wolves": "wolf", "werewolves": "werewolf", "hooves": "hoof"},
}
"""Singulars by their plurals."""

REGULAR = {one: several for several, one in IRREGULAR.items()}
"""Plurals by their singulars."""

UNCHANGED = frozenset(
    {
        *("alias", "always", "analysis", "atlas", "aws", "axis", "bias", "canvas", "dns", "gas"),
        *("has", "https", "kubernetes", "lens", "lfs", "news", "series", "sms", "species"),
        *("tls", "vcs", "was"),
    }
)
"""Words that end like a plural and are none."""
