"""Where parts of generated files come from: names, lines of files, tracebacks."""

from specmill.pipeline.explaining.lines import explain_lines, lines_in
from specmill.pipeline.explaining.names import explain
from specmill.pipeline.explaining.things import Explanation, Things

__all__ = ["Explanation", "Things", "explain", "explain_lines", "lines_in"]
