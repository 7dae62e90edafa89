"""A document whose every free text is hostile to Python, TOML, Markdown, HTML and KCL."""

from __future__ import annotations

from typing import Any

CANARY = "pwned"
CODE = f"open('{CANARY}', 'w').write('x')"
TEXT = (
    f"</title><script>{CANARY}()</script><img src=x onerror={CANARY}()>"
    f"\"\"\" ''' \\${{{CODE}}} {{{{ 7*7 }}}} {{% raw %}} [x](javascript:{CANARY}()) "
    f"<style>*{{}}</style> ``` `x` \\N{{BULLET}} \\x22 #{{x}} $(touch {CANARY}) %s "
    "\u2028 \u202e end\\"
)
KEYS = {
    "customTypePath": "evilmod.Boom",
    "customBasePath": "evilmod.Base",
    "x-python-type": "evilmod.Other",
    "x-python-import": {"module": "evilmod", "name": "Boom"},
    "default_factory": CODE,
}
NAMES = (
    "${x}",
    '"quoted"',
    "back\\slash",
    "new\nline",
    "class",
    "__init__",
    "'",
    "${a\"b'",
    "\u202e",
    "a.b",
)


def hostile() -> dict[str, Any]:
    """Return a document whose every free text is hostile."""
    fields = {
        name: {"type": "string", "description": TEXT, "title": TEXT, **KEYS} for name in NAMES
    }
    fields["secret"] = {"type": "string", "format": "password", "default": TEXT, **KEYS}
    fields["kind"] = {"enum": [TEXT, "b"], "type": "string", "description": TEXT}
    schema = {"type": "object", "description": TEXT, "title": TEXT, "properties": fields, **KEYS}
    answer = {
        "description": TEXT,
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}},
    }
    operation = {
        "operationId": "getX",
        "summary": TEXT,
        "description": TEXT,
        "tags": [TEXT],
        "parameters": [
            {
                "name": name,
                "in": "query",
                "description": TEXT,
                "schema": {"type": "string", "default": TEXT},
            }
            for name in NAMES
        ],
        "responses": {"200": answer, "400": answer},
        "externalDocs": {"url": f"javascript:{CANARY}()", "description": TEXT},
    }
    about = {"title": TEXT, "version": TEXT, "description": TEXT, "license": {"name": TEXT}}
    about["contact"] = {"name": TEXT, "url": f"javascript:{CANARY}()"}
    variables = {"region": {"default": "eu", "description": TEXT}}
    return {
        "openapi": "3.1.0",
        "info": about,
        "servers": [
            {"url": "https://{region}.example", "description": TEXT, "variables": variables}
        ],
        "tags": [{"name": TEXT, "description": TEXT}],
        "paths": {"/x": {"get": operation}},
        "components": {"schemas": {"A": schema}},
    }
