"""Every text, JSON or binary column says whether it can hold something about a person."""

from django.apps import apps
from django.db import models

from anxin.kernel.privacy import Privacy

_SPEAKING = (models.CharField, models.TextField, models.JSONField)


def _ours() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("anxin.")]


def _speaks(field: models.Field) -> bool:  # type: ignore[type-arg]
    return isinstance(field, _SPEAKING) and not field.choices and not isinstance(field, models.UUIDField)


def test_every_text_column_is_declared() -> None:
    undeclared = [
        f"{model._meta.label}.{field.name}"
        for model in _ours()
        for field in model._meta.local_fields
        if _speaks(field) and field.name not in getattr(model, "PRIVACY", {})
    ]
    assert undeclared == []


def test_declarations_name_columns_that_exist() -> None:
    wrong = [
        f"{model._meta.label}.{name}"
        for model in _ours()
        for name, kind in getattr(model, "PRIVACY", {}).items()
        if name not in {field.name for field in model._meta.get_fields()} or not isinstance(kind, Privacy)
    ]
    assert wrong == []
