"""A Django REST application with drf-spectacular: view sets, serializers, uploads, errors."""

from __future__ import annotations

import tempfile
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

import django
from django.conf import settings

settings.configure(
    SECRET_KEY="for tests alone",
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=["*"],
    USE_TZ=True,
    DATABASES={},
    INSTALLED_APPS=["rest_framework", "drf_spectacular"],
    FILE_UPLOAD_TEMP_DIR=tempfile.gettempdir(),
    REST_FRAMEWORK={
        "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
        "DEFAULT_AUTHENTICATION_CLASSES": [],
        "UNAUTHENTICATED_USER": None,
        "DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.LimitOffsetPagination",
        "PAGE_SIZE": 2,
    },
    SPECTACULAR_SETTINGS={"TITLE": "Library", "VERSION": "1", "COMPONENT_SPLIT_REQUEST": True},
)
django.setup()

from django.core.handlers.wsgi import WSGIHandler  # noqa: E402
from django.urls import include, path  # noqa: E402
from drf_spectacular.generators import SchemaGenerator  # noqa: E402
from drf_spectacular.types import OpenApiTypes  # noqa: E402
from drf_spectacular.utils import (  # noqa: E402
    OpenApiParameter,
    PolymorphicProxySerializer,
    extend_schema,
)
from rest_framework import serializers, viewsets  # noqa: E402
from rest_framework.decorators import action, api_view, renderer_classes  # noqa: E402
from rest_framework.parsers import FormParser, MultiPartParser  # noqa: E402
from rest_framework.renderers import BaseRenderer  # noqa: E402
from rest_framework.request import Request  # noqa: E402
from rest_framework.response import Response  # noqa: E402
from rest_framework.routers import DefaultRouter  # noqa: E402

FIRST = UUID("00000000-0000-4000-8000-000000000001")


class AuthorSerializer(serializers.Serializer[Any]):
    name = serializers.CharField(max_length=40)
    born = serializers.DateField(required=False, allow_null=True)


class BookSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField(read_only=True)
    created = serializers.DateTimeField(read_only=True)
    title = serializers.CharField()
    price = serializers.DecimalField(max_digits=8, decimal_places=2)
    pages = serializers.IntegerField(min_value=1)
    weight = serializers.FloatField(required=False)
    state = serializers.ChoiceField(choices=["new", "used"], default="new")
    rating = serializers.ChoiceField(choices=[1, 2, 3], required=False, allow_null=True)
    author = AuthorSerializer()
    tags = serializers.ListField(child=serializers.CharField(), required=False)
    notes = serializers.DictField(child=serializers.CharField(), required=False)
    extra = serializers.JSONField(required=False)
    loan = serializers.DurationField(required=False)
    opens = serializers.TimeField(required=False)
    secret = serializers.CharField(write_only=True, required=False)
    site = serializers.URLField(required=False, allow_blank=True)


class CoverSerializer(serializers.Serializer[Any]):
    image = serializers.FileField()
    back = serializers.FileField(required=False)
    caption = serializers.CharField(required=False)
    size = serializers.IntegerField(read_only=True)
    kind = serializers.CharField(read_only=True)


class CashSerializer(serializers.Serializer[Any]):
    type = serializers.CharField()
    coins = serializers.IntegerField()


class CardSerializer(serializers.Serializer[Any]):
    type = serializers.CharField()
    number = serializers.CharField()


PAYMENT = PolymorphicProxySerializer(
    component_name="Payment",
    serializers={"cash": CashSerializer, "card": CardSerializer},
    resource_type_field_name="type",
)
BOOKS: dict[str, dict[str, Any]] = {}


class BookViewSet(viewsets.ViewSet):
    """Books, kept in memory."""

    serializer_class: ClassVar[Any] = BookSerializer
    pagination_class: ClassVar[Any] = None

    @extend_schema(
        parameters=[
            OpenApiParameter("tag", str, many=True),
            OpenApiParameter("since", OpenApiTypes.DATETIME),
            OpenApiParameter("X-Trace", str, OpenApiParameter.HEADER),
        ],
        responses=BookSerializer(many=True),
    )
    def list(self, request: Request) -> Response:
        """List books."""
        tags = set(request.query_params.getlist("tag"))
        found = [one for one in BOOKS.values() if not tags or tags & set(one.get("tags", ()))]
        return Response(
            BookSerializer(found, many=True).data,
            headers={"X-Trace": request.headers.get("X-Trace", "")},
        )

    @extend_schema(request=BookSerializer, responses={201: BookSerializer})
    def create(self, request: Request) -> Response:
        """Add a book."""
        serializer = BookSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        created = datetime.fromisoformat("2026-01-02T03:04:05.678901+00:00")
        BOOKS[str(FIRST)] = {**serializer.validated_data, "id": FIRST, "created": created}
        return Response(BookSerializer(BOOKS[str(FIRST)]).data, status=201)

    @extend_schema(responses=BookSerializer)
    def retrieve(self, request: Request, pk: str) -> Response:
        """Get a book."""
        if pk not in BOOKS:
            return Response({"detail": "No book matches the query."}, status=404)
        return Response(BookSerializer(BOOKS[pk]).data)

    @extend_schema(request=BookSerializer(partial=True), responses=BookSerializer)
    def partial_update(self, request: Request, pk: str) -> Response:
        """Change a book."""
        serializer = BookSerializer(BOOKS[pk], data=request.data, partial=True)
        serializer.is_valid(raise_exception=True)
        BOOKS[pk].update(serializer.validated_data)
        return Response(BookSerializer(BOOKS[pk]).data)

    @extend_schema(responses={204: None})
    def destroy(self, request: Request, pk: str) -> Response:
        """Remove a book."""
        del BOOKS[pk]
        return Response(status=204)

    @extend_schema(request=CoverSerializer, responses=CoverSerializer)
    @action(detail=True, methods=["post"], parser_classes=[MultiPartParser])
    def cover(self, request: Request, pk: str) -> Response:
        """Upload a cover."""
        serializer = CoverSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        image = serializer.validated_data["image"]
        back = serializer.validated_data.get("back")
        size = image.size + (back.size if back else 0)
        return Response({"image": image.name, "size": size, "kind": image.content_type})


@extend_schema(request=PAYMENT, responses=PAYMENT)
@api_view(["POST"])
def pay(request: Request) -> Response:
    """Pay; the answer is what was understood."""
    kinds = {"cash": CashSerializer, "card": CardSerializer}
    kind = kinds.get(request.data.get("type", ""))
    if kind is None:
        raise serializers.ValidationError({"type": ["unknown kind"]})
    serializer = kind(data=request.data)
    serializer.is_valid(raise_exception=True)
    return Response(serializer.data)


class _Csv(BaseRenderer):
    media_type = "text/csv"
    format = "csv"

    def render(self, data: Any, *_: Any, **__: Any) -> bytes:
        return "\r\n".join(",".join(row) for row in data).encode()


class _Pdf(BaseRenderer):
    media_type = "application/pdf"
    format = "pdf"
    charset = None
    render_style = "binary"

    def render(self, data: Any, *_: Any, **__: Any) -> bytes:
        return bytes(data)


@extend_schema(responses={(200, "text/csv"): OpenApiTypes.STR})
@api_view(["GET"])
@renderer_classes([_Csv])
def export(request: Request) -> Response:
    """Export as CSV."""
    return Response([["a", "b"], ["1", "2"]])


@extend_schema(responses={(200, "application/pdf"): OpenApiTypes.BINARY})
@api_view(["GET"])
@renderer_classes([_Pdf])
def report(request: Request) -> Response:
    """Get a report."""
    return Response(b"%PDF-\xff")


class SettingsSerializer(serializers.Serializer[Any]):
    name = serializers.CharField()
    active = serializers.BooleanField(default=True)
    limit = serializers.DecimalField(max_digits=6, decimal_places=2, required=False)


class SettingsViewSet(viewsets.ViewSet):
    """Settings that are sent as a form."""

    parser_classes: ClassVar[Any] = [FormParser]
    serializer_class: ClassVar[Any] = SettingsSerializer

    @extend_schema(request=SettingsSerializer, responses=SettingsSerializer)
    def create(self, request: Request) -> Response:
        """Store settings."""
        serializer = SettingsSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        return Response(serializer.data)


router = DefaultRouter()
router.register("books", BookViewSet, basename="book")
router.register("settings", SettingsViewSet, basename="setting")
urlpatterns = [
    path("api/v1/", include(router.urls)),
    path("api/v1/pay/", pay),
    path("api/v1/export/", export),
    path("api/v1/report/", report),
]
application = WSGIHandler()


def spec() -> dict[str, Any]:
    """Return the OpenAPI document of the application."""
    made: dict[str, Any] = SchemaGenerator().get_schema(request=None, public=True)
    return made
