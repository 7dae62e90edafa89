"""The resource `tmp`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _pwned(
    id_: str,
    x: str,
    q_import_os: str | Omit,
    x_h: str | Omit,
    c: str | Omit,
    up: models.TmpUp | Omit,
) -> Request[models.Victim]:
    return Request(
        "../../../../tmp/pwned",
        'GET /a/{id"}/"""/\'+\'/{ x }',
        path_params={'id"': id_, " x ": x},
        query={"q'); import os; ('": q_import_os, "../up": up},
        headers={'X-H"""': x_h},
        cookies={"c\n": c},
        may_be_empty=(" x ",),
        returns=models.Victim,
    )


class Tmp(Resource):
    """\"\"\" import os; os.system("touch /tmp/pwned") \"\"\"."""

    def pwned(
        self,
        id_: str,
        x: str,
        *,
        q_import_os: str | Omit = omit,
        x_h: str | Omit = omit,
        c: str | Omit = omit,
        up: models.TmpUp | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Victim:
        """\"\"\" import os; os.system("touch /tmp/pwned") \"\"\"

        \"\"\"
            import os; os.system("touch /tmp/pwned")
        \"\"\"

        Args:
            id_: \"\"\" import os; os.system("touch /tmp/pwned") \"\"\"
            x: {{ cycler.__init__.__globals__.os.system('touch /tmp/pwned') }} {% for x in y %}
                {# gone #}
            q_import_os: Ends with a backslash \\ The server's default is `'; import os;
                os.system('touch /tmp/pwned'); '`.
            x_h: Oloc [31m next.
        """
        return self._send(_pwned(id_, x, q_import_os, x_h, c, up), options)


class AsyncTmp(AsyncResource):
    """\"\"\" import os; os.system("touch /tmp/pwned") \"\"\". Async; documented at :class:`Tmp`."""

    async def pwned(
        self,
        id_: str,
        x: str,
        *,
        q_import_os: str | Omit = omit,
        x_h: str | Omit = omit,
        c: str | Omit = omit,
        up: models.TmpUp | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Victim:
        """\"\"\" import os; os.system("touch /tmp/pwned") \"\"\"."""
        return await self._send(_pwned(id_, x, q_import_os, x_h, c, up), options)
