"""The namespaces that a choice among alternatives may ask for: those of Word as it is today.

Sources: ECMA-376 part 1 and part 4, MS-DOCX, MS-ODRAWXML, MS-OI29500. The pane in Word has the same.
"""

_USUAL = "http://schemas.openxmlformats.org"
_WORD = "http://schemas.microsoft.com/office/word"
_DRAWING = "http://schemas.microsoft.com/office/drawing"
_OLD = "urn:schemas-microsoft-com"

UNDERSTOOD = frozenset(
    (
        f"{_USUAL}/wordprocessingml/2006/main",
        f"{_USUAL}/officeDocument/2006/relationships",
        f"{_USUAL}/officeDocument/2006/math",
        f"{_USUAL}/drawingml/2006/main",
        f"{_USUAL}/drawingml/2006/chart",
        f"{_USUAL}/drawingml/2006/diagram",
        f"{_USUAL}/drawingml/2006/picture",
        f"{_USUAL}/drawingml/2006/wordprocessingDrawing",
        f"{_OLD}:vml",
        f"{_OLD}:office:office",
        f"{_OLD}:office:word",
        f"{_WORD}/2006/wordml",
        f"{_WORD}/2010/wordml",
        f"{_WORD}/2010/wordprocessingCanvas",
        f"{_WORD}/2010/wordprocessingDrawing",
        f"{_WORD}/2010/wordprocessingGroup",
        f"{_WORD}/2010/wordprocessingInk",
        f"{_WORD}/2010/wordprocessingShape",
        f"{_WORD}/2012/wordml",
        f"{_WORD}/2015/wordml/symex",
        f"{_WORD}/2016/wordml/cid",
        f"{_WORD}/2018/wordml",
        f"{_WORD}/2018/wordml/cex",
        f"{_WORD}/2020/wordml/sdtdatahash",
        f"{_WORD}/2023/wordml/word16du",
        f"{_WORD}/2024/wordml/sdtformatlock",
        f"{_DRAWING}/2007/8/2/chart",
        f"{_DRAWING}/2010/main",
        f"{_DRAWING}/2012/chart",
        f"{_DRAWING}/2014/chartex",
        f"{_DRAWING}/2015/9/8/chartex",
        f"{_DRAWING}/2015/10/21/chartex",
        f"{_DRAWING}/2016/5/9/chartex",
        f"{_DRAWING}/2016/5/10/chartex",
        f"{_DRAWING}/2016/5/11/chartex",
        f"{_DRAWING}/2016/5/12/chartex",
        f"{_DRAWING}/2016/5/13/chartex",
        f"{_DRAWING}/2016/5/14/chartex",
        f"{_DRAWING}/2016/SVG/main",
        f"{_DRAWING}/2016/ink",
        f"{_DRAWING}/2017/model3d",
    )
)
