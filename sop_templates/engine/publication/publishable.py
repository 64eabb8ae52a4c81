"""Whether a file that was read and checked may be published, and why not."""

from collections.abc import Iterator

from sop_templates.domain.publication import Verdict, later_keys, publication_verdict
from sop_templates.engine.checking import CheckedFile
from sop_templates.engine.models import open_model
from sop_templates.engine.publication.guide import told
from sop_templates.engine.reading import FORMAT_OWN, ReadRecord
from sop_templates.kinds.answers_checks import BIRTH_DATE, CITIZEN_NUMBER
from sop_templates.kinds.publication import HAS_ERRORS, NOT_COMPLETE, NOT_ESTABLISHED
from sop_templates.outcome import Finding, Severity

PERSONAL = (CITIZEN_NUMBER.code, BIRTH_DATE.code)


def find_reasons(record: ReadRecord, check: CheckedFile) -> Iterator[Finding]:
    """Why a SOP is not for everybody yet.

    Args:
        record: the file, read.
        check: what the check of it says.

    Yields:
        A finding for each reason, the errors of the check among them; none where it may be published.
    """
    model = open_model(record.model)
    verdict = publication_verdict(model, record.answers, own_format=record.format == FORMAT_OWN)
    if not verdict.is_established:
        yield Finding(NOT_ESTABLISHED, values={"status": verdict.status or "?"})
    elif verdict.missing:
        labels = told(model.by_key[key] for key in verdict.missing)
        yield Finding(NOT_COMPLETE, values={"labels": labels})
    errors = _errors(check, verdict, later_keys(model))
    if errors:
        codes = ", ".join(dict.fromkeys(one.code for one in errors))
        yield Finding(HAS_ERRORS, values={"codes": codes})
        yield from errors


def _errors(check: CheckedFile, verdict: Verdict, later: frozenset[str]) -> list[Finding]:
    """The errors of the check that are not said already by what is missing."""
    known = {*verdict.missing, *later}
    return [
        one
        for one in check.findings
        if one.severity is Severity.ERROR and (one.key is None or one.key not in known)
    ]


def is_personal(finding: Finding) -> bool:
    """Whether a finding is on personal data, which is not published as a draft either."""
    return finding.code in PERSONAL
