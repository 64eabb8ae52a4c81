"""Whether a template renders: a trial by docxtpl itself, as strict as filling is."""

import io
from collections.abc import Mapping
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

# What an expression between {{ and }} may raise, as `{{ 1 / 0 }}` does.
RAISED = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


def trial_fault(template: bytes, answers: Mapping[str, Any]) -> str:
    """Why a template does not render with these answers, in Jinja's words; "" if it does.

    Args:
        template: a Word file with template tags.
        answers: by section and name, as the tags reach them.
    """
    document = DocxTemplate(io.BytesIO(template))
    environment = SandboxedEnvironment(undefined=StrictUndefined)
    try:
        document.render(dict(answers), jinja_env=environment, autoescape=True)
    except (TemplateError, etree.XMLSyntaxError, *RAISED) as error:
        return str(error).partition("\n")[0]
    return ""
