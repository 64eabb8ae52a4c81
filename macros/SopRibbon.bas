Attribute VB_Name = "SopRibbon"
Option Explicit
' Knows the buttons of the ribbon: a button's tag names the Python function that does the work.

Public Sub PressButton(control As IRibbonControl)
    CallPython control.Tag, ""
End Sub

Public Sub PressFolderButton(control As IRibbonControl)
    Dim chosen As String
    chosen = ChooseFolder(StartFolder())
    If chosen <> "" Then CallPython control.Tag, chosen
End Sub
