"""Every exception, and every sentence said to a user.

A sentence has three short parts: what is wrong with the value in hand, what is allowed, what to do. Names and base
classes are those of Streamlit, so that a script's `except` clauses keep their meaning. One file for each subject; all
names stand here.
"""

from __future__ import annotations

from nbapp.errors.cache import (
    CachedFunctionReturnedAwaitableError,
    CachedWidgetWarning,
    CacheReplayClosureError,
    StreamlitBadTimeStringError,
    UnhashableParamError,
    UnhashableTypeError,
    UnserializableReturnValueError,
    UserHashError,
)
from nbapp.errors.cell import (
    BOUND_TO_LOOP,
    BOUND_TO_THREAD,
    STOPPED,
    AppOptionError,
    BreakpointInRunError,
    InputInRunError,
)
from nbapp.errors.data import (
    InvalidJsonError,
    RowsRefusedError,
    StreamlitColorLengthError,
    StreamlitColumnNotFoundError,
    StreamlitDataframeConversionError,
    StreamlitInvalidColorError,
)
from nbapp.errors.inputs import (
    StreamlitDefaultNotInOptionsError,
    StreamlitInvalidMinMaxError,
    StreamlitInvalidNumberFormatError,
    StreamlitJSNumberBoundsError,
    StreamlitMixedNumericTypesError,
    StreamlitSelectionCountExceedsMaxError,
    StreamlitValueAboveMaxError,
    StreamlitValueBelowMinError,
    StreamlitValueOutOfRangeError,
)
from nbapp.errors.parameters import (
    SOMETHING_WENT_WRONG,
    InvalidIconError,
    StreamlitIncompatibleParametersError,
    StreamlitInvalidColumnSpecError,
    StreamlitInvalidHeightError,
    StreamlitInvalidLayoutContextError,
    StreamlitInvalidParameterTypeError,
    StreamlitInvalidWidthError,
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
)
from nbapp.errors.roots import (
    Error,
    LocalizableStreamlitException,
    MarkdownFormattedException,
    StreamlitAPIException,
    listed,
)
from nbapp.errors.state import (
    DuplicateWidgetID,
    FrontEndMissingError,
    ManyElementsError,
    NoRunError,
    StateKeyError,
    StreamlitDuplicateElementId,
    StreamlitDuplicateElementKey,
    StreamlitValueAssignmentNotAllowedError,
    StreamlitWidgetAlreadyInstantiatedError,
    missing_key,
)

__all__ = [
    "AppOptionError",
    "BOUND_TO_LOOP",
    "BOUND_TO_THREAD",
    "CacheReplayClosureError",
    "CachedFunctionReturnedAwaitableError",
    "CachedWidgetWarning",
    "DuplicateWidgetID",
    "Error",
    "FrontEndMissingError",
    "BreakpointInRunError",
    "InputInRunError",
    "InvalidIconError",
    "InvalidJsonError",
    "LocalizableStreamlitException",
    "ManyElementsError",
    "MarkdownFormattedException",
    "NoRunError",
    "RowsRefusedError",
    "SOMETHING_WENT_WRONG",
    "STOPPED",
    "StateKeyError",
    "StreamlitAPIException",
    "StreamlitBadTimeStringError",
    "StreamlitColorLengthError",
    "StreamlitColumnNotFoundError",
    "StreamlitDataframeConversionError",
    "StreamlitDefaultNotInOptionsError",
    "StreamlitDuplicateElementId",
    "StreamlitDuplicateElementKey",
    "StreamlitIncompatibleParametersError",
    "StreamlitInvalidColorError",
    "StreamlitInvalidColumnSpecError",
    "StreamlitInvalidHeightError",
    "StreamlitInvalidLayoutContextError",
    "StreamlitInvalidMinMaxError",
    "StreamlitInvalidNumberFormatError",
    "StreamlitInvalidParameterTypeError",
    "StreamlitInvalidWidthError",
    "StreamlitJSNumberBoundsError",
    "StreamlitMissingRequiredParameterError",
    "StreamlitMixedNumericTypesError",
    "StreamlitSelectionCountExceedsMaxError",
    "StreamlitValueAboveMaxError",
    "StreamlitValueAssignmentNotAllowedError",
    "StreamlitValueBelowMinError",
    "StreamlitValueError",
    "StreamlitValueOutOfRangeError",
    "StreamlitWidgetAlreadyInstantiatedError",
    "UnhashableParamError",
    "UnhashableTypeError",
    "UnserializableReturnValueError",
    "UserHashError",
    "listed",
    "missing_key",
]
