"""How a report's template is filled in: values as text, charts as drawings, one file of fixed bytes."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from docx.opc.exceptions import PackageNotFoundError
from docx.parts.document import DocumentPart
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from lxml.etree import XMLSyntaxError

from sop_templates.errors import SopError
from sop_templates.formats.archive import open_package
from sop_templates.formats.word.building.package import zipped
from sop_templates.formats.word.report.charts import Chart, add_chart
from sop_templates.kinds.summary import BROKEN_REPORT


def render_report(template: bytes, values: Mapping[str, Any], file: str = "") -> bytes:
    """A report: the template with its values filled in.

    Args:
        template: a docxtpl template, ours or a board's own.
        values: by name: texts, lists, mappings, `Chart`s.
        file: the template's name, for messages.

    Returns:
        The Word file; the same bytes for the same template and values.

    Raises:
        SopError: the template is no Word file, or asks for a value that there is not.
    """
    open_package(template, file)  # says what is wrong with a file that is none, or is unsafe
    try:
        made = DocxTemplate(BytesIO(template))
        made.init_docx()
        filled = _Charts(made.docx.part).placed(values)
        environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
        made.render(filled, environment, autoescape=True)
        target = BytesIO()
        made.save(target)
    except (TemplateError, PackageNotFoundError, BadZipFile, XMLSyntaxError, KeyError) as error:
        raise SopError(BROKEN_REPORT, file, fault=str(error)) from error
    with ZipFile(target) as files:
        return zipped({name: files.read(name) for name in files.namelist()})


class _Charts:
    """Puts the charts of the values into a document, one after the other."""

    def __init__(self, document: DocumentPart) -> None:
        self.document = document
        self.count = 0

    def placed(self, value: Any) -> Any:
        """The value with a drawing in the place of each chart."""
        if isinstance(value, Chart):
            self.count += 1
            return add_chart(value, self.document, self.count)
        if isinstance(value, Mapping):
            return {key: self.placed(one) for key, one in value.items()}
        return [self.placed(one) for one in value] if isinstance(value, list) else value
