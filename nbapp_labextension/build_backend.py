"""The build backend that pip calls: setuptools', with the front end built first."""

from __future__ import annotations

import shutil
from typing import Any

import front_end
from setuptools import build_meta

prepare_metadata_for_build_wheel = build_meta.prepare_metadata_for_build_wheel
prepare_metadata_for_build_editable = build_meta.prepare_metadata_for_build_editable


def get_requires_for_build_wheel(config_settings: Any = None) -> list[str]:
    """Ask for what setuptools asks for, and for Node where the front end must be built and there is none."""
    return [*build_meta.get_requires_for_build_wheel(config_settings), *front_end.requirements()]


def get_requires_for_build_editable(config_settings: Any = None) -> list[str]:
    """Ask for what a wheel asks for."""
    return [*build_meta.get_requires_for_build_editable(config_settings), *front_end.requirements()]


def get_requires_for_build_sdist(config_settings: Any = None) -> list[str]:
    """Ask for what a wheel asks for: a source distribution carries the built front end too."""
    return [*build_meta.get_requires_for_build_sdist(config_settings), *front_end.requirements()]


def build_wheel(wheel_directory: str, config_settings: Any = None, metadata_directory: str | None = None) -> str:
    """Build the front end where it is stale, then the wheel, with nothing in it of an earlier one."""
    front_end.build()
    shutil.rmtree("build", ignore_errors=True)
    return str(build_meta.build_wheel(wheel_directory, config_settings, metadata_directory))


def build_editable(wheel_directory: str, config_settings: Any = None, metadata_directory: str | None = None) -> str:
    """Build the front end where it is stale, then the wheel that points at this folder."""
    front_end.build()
    return str(build_meta.build_editable(wheel_directory, config_settings, metadata_directory))


def build_sdist(sdist_directory: str, config_settings: Any = None) -> str:
    """Build the front end where it is stale, then the source distribution."""
    front_end.build()
    return str(build_meta.build_sdist(sdist_directory, config_settings))
