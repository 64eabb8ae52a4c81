Attribute VB_Name = "SopFolder"
Option Explicit
' Knows how a person points at a folder, on Windows and on a Mac.

Private Const FOLDER_PICKER As Long = 4
Private Const PROMPT As String = "Kies de map met de bestanden"

Public Function StartFolder() As String
    If ActiveWorkbook Is Nothing Then Exit Function
    If InStr(ActiveWorkbook.Path, "://") = 0 Then StartFolder = ActiveWorkbook.Path
End Function

Public Function ChooseFolder(ByVal startAt As String) As String
    ' The folder that was chosen; empty when the person gave up.
    #If Mac Then
        On Error Resume Next
        ChooseFolder = MacScript("return POSIX path of (choose folder with prompt """ & PROMPT & """) as string")
    #Else
        With Application.FileDialog(FOLDER_PICKER)
            .Title = PROMPT
            If startAt <> "" Then .InitialFileName = startAt & Application.PathSeparator
            If .Show = -1 Then ChooseFolder = .SelectedItems(1)
        End With
    #End If
End Function
