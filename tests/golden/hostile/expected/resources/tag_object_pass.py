"""The resource `tag_object_pass`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _op_import_os(body: models.Victim | Mapping[str, Any] | Omit) -> Request[models.Victim]:
    return Request(
        'op"""\nimport os\n',
        "POST /b",
        name="tag_object_pass.op_import_os",
        body=body,
        body_type=models.Victim,
        returns=models.Victim,
    )


class TagObjectPass(Resource):
    """{{ cycler.__init__.__globals__.os.system('touch /tmp/pwned') }} {% for x in y %} {# gone
    #}
    """

    def op_import_os(
        self,
        body: models.Victim | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.Victim:
        """{{ cycler.__init__.__globals__.os.system('touch /tmp/pwned') }} {% for x in y %} {#
        gone #}

        \"\"\"
            import os; os.system("touch /tmp/pwned")
        \"\"\"

        Args:
            body: \"\"\" import os; os.system("touch /tmp/pwned") \"\"\"
        """
        return self._send(_op_import_os(body), options)


class AsyncTagObjectPass(AsyncResource):
    """{{ cycler.__init__.__globals__.os.system('touch /tmp/pwned') }} {% for x in y %} {# gone
    #} Async; documented at :class:`TagObjectPass`.
    """

    async def op_import_os(
        self,
        body: models.Victim | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.Victim:
        """{{ cycler.__init__.__globals__.os.system('touch /tmp/pwned') }} {% for x in y %} {#
        gone #}.
        """
        return await self._send(_op_import_os(body), options)
