"""The README, followed by somebody who has a wheel and an empty folder."""
