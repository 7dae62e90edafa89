"""Target ``models``: models alone, made by datamodel-code-generator in the style of your choice."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from warnings import catch_warnings, simplefilter

from specmill.diagnostics import Diagnostic, UsageError
from specmill.targets import TargetInput

STYLES = {
    "pydantic": "pydantic_v2.BaseModel",
    "dataclass": "dataclasses.dataclass",
    "pydantic-dataclass": "pydantic_v2.dataclass",
    "typeddict": "typing.TypedDict",
    "msgspec": "msgspec.Struct",
}
"""Values of the setting ``style`` and datamodel-code-generator's names for them."""


class ModelsTarget:
    """Dataclasses, TypedDicts, msgspec structs or pydantic models out of the normal form."""

    @property
    def name(self) -> str:
        """Name of the target."""
        return "models"

    def render(self, given: TargetInput) -> dict[str, str | bytes]:
        """Return ``__init__.py`` with all models, and ``py.typed``.

        Settings: ``style``, one of :data:`STYLES`, ``pydantic`` by default.

        Raises:
            UsageError: The extra is not installed, or the style is unknown.
        """
        style = str(given.settings.get("style", "pydantic"))
        if style not in STYLES:
            raise UsageError(
                Diagnostic(f"unknown style {style!r}", hint=f"one of {', '.join(STYLES)}")
            )
        if find_spec("datamodel_code_generator") is None:
            raise UsageError(
                Diagnostic(
                    "the target `models` needs datamodel-code-generator",
                    hint="pip install specmill[models]",
                )
            )
        return {"__init__.py": _generate(given.normal_form(), style), "py.typed": ""}


def _generate(normal_form: bytes, style: str) -> str:
    from datamodel_code_generator import generate  # noqa: PLC0415 - an extra, and slow to import
    from datamodel_code_generator.enums import DataModelType, InputFileType  # noqa: PLC0415
    from datamodel_code_generator.format import Formatter, PythonVersion  # noqa: PLC0415

    with TemporaryDirectory(prefix="specmill-models-") as folder, catch_warnings():
        simplefilter("ignore")  # of formats that it reads as plain strings and numbers
        output = Path(folder) / "models.py"
        generate(
            normal_form.decode("utf-8"),
            input_filename="openapi.json",
            input_file_type=InputFileType.OpenAPI,
            output=output,
            output_model_type=DataModelType(STYLES[style]),
            target_python_version=PythonVersion.PY_311,
            custom_file_header='"""Models of this API."""',
            use_standard_collections=True,
            use_union_operator=True,
            use_schema_description=True,
            field_constraints=True,
            snake_case_field=True,
            use_annotated=style == "pydantic",
            formatters=[Formatter.RUFF_FORMAT],
        )
        return output.read_text("utf-8")
