Attribute VB_Name = "SopCall"
Option Explicit
' Knows how a button reaches Python: xlwings' RunPython, and what must not steer it.

Private Const TITLE As String = "SOP"

Public Sub CallPython(ByVal buttonName As String, ByVal folder As String)
    If ActiveWorkbook Is Nothing Then Workbooks.Add
    If IsSteered() Then Exit Sub
    Application.StatusBar = "SOP: bezig" & ChrW(8230)
    RunPython "import sop_templates.bridge;sop_templates.bridge.press('" & buttonName & "','" & AsHex(folder) & "')"
    #If Not Mac Then
        Application.StatusBar = False
    #End If
End Sub

Public Function IsSteered() As Boolean
    ' A workbook from outside could name another program to run, in a sheet or a file beside it.
    Dim settings As String, found As Boolean, sheet As Object
    settings = PROJECT_NAME & ".conf"
    For Each sheet In ActiveWorkbook.Sheets
        If LCase$(sheet.Name) = settings Or LCase$(Right$(sheet.Name, 3)) = ".py" Then found = True
    Next sheet
    If GetFullName(ActiveWorkbook) <> "" Then
        If FileExists(GetDirectoryConfigFilePath()) Then found = True
    End If
    If found Then
        MsgBox "In deze werkmap staat een blad, of ernaast een bestand " & settings & ", dat bepaalt welk " & _
            "programma wordt gestart. Dat laten we niet toe. Verwijder het en druk opnieuw.", vbExclamation, TITLE
    End If
    IsSteered = found
End Function

Public Function AsHex(ByVal words As String) As String
    ' Four digits a character: no quote, ampersand or accent of a path can break the command line.
    Dim position As Long
    For position = 1 To Len(words)
        AsHex = AsHex & Right$("000" & Hex$(AscW(Mid$(words, position, 1)) And &HFFFF&), 4)
    Next position
End Function
