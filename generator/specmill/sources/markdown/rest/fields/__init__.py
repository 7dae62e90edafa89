"""Fields of a REST page: what tables, lists and descriptions say of parameters and objects."""

from specmill.sources.markdown.rest.fields.enumerations import values_in
from specmill.sources.markdown.rest.fields.lists import (
    IsType,
    assigned_of,
    is_list,
    statuses_of,
    table_of,
    without_mark,
)
from specmill.sources.markdown.rest.fields.objects import Listed, object_of
from specmill.sources.markdown.rest.fields.own_objects import OwnObjects
from specmill.sources.markdown.rest.fields.tables import Tables, marks_optional

__all__ = [
    "IsType",
    "Listed",
    "OwnObjects",
    "Tables",
    "assigned_of",
    "is_list",
    "marks_optional",
    "object_of",
    "statuses_of",
    "table_of",
    "values_in",
    "without_mark",
]
