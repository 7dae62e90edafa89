"""20,000 mutated documents, seeded, in several processes: ``make fuzz``."""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor

from mutations.mutating import DOCUMENTS
from mutations.trying import PAGES, Share, try_share

COUNT = 20_000
PIECE = 250
SEED = 20_260_101


def main() -> int:
    """Try all; gives 1 where anything went wrong."""
    started = time.perf_counter()
    outcomes: Counter[str] = Counter()
    families = [*sorted(DOCUMENTS) * 3, PAGES]
    shares = [
        Share(families[index % len(families)], SEED + index, PIECE)
        for index in range(COUNT // PIECE)
    ]
    with ProcessPoolExecutor(int(os.environ.get("JOBS", "2"))) as pool:
        for found in pool.map(try_share, shares):
            outcomes.update(found)
    bugs = [told for told in outcomes if told not in ("generated", "refused")]
    for told in bugs:
        print(f"{outcomes[told]:5} {told}")
    print(
        f"{outcomes.total():,} documents in {time.perf_counter() - started:.0f} s: "
        f"{outcomes['generated']:,} generated, {outcomes['refused']:,} refused with a place, "
        f"{sum(outcomes[told] for told in bugs):,} internal errors"
    )
    return 1 if bugs else 0


if __name__ == "__main__":
    sys.exit(main())
