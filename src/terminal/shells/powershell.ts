/** Completion for PowerShell, 5.1 and later. Whatever is not a plain word is put into quotes as PowerShell itself does it. */
export const POWERSHELL = `Register-ArgumentCompleter -Native -CommandName followup -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $before = @($commandAst.CommandElements | Select-Object -Skip 1 |
    Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
    ForEach-Object {
      if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.Extent.Text }
    })
  $encoding = [Console]::OutputEncoding
  try {
    [Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false
    $kind, $lines = & followup __complete powershell "=$wordToComplete" @before 2>$null
  } finally {
    [Console]::OutputEncoding = $encoding
  }
  if ($kind -eq 'files') {
    return [System.Management.Automation.CompletionCompleters]::CompleteFilename($wordToComplete)
  }
  foreach ($line in $lines) {
    $word, $about = $line -split "\`t", 2
    $text = $word
    if ($word -notmatch '^[-\\w=.]+$') {
      $text = "'" + [System.Management.Automation.Language.CodeGeneration]::EscapeSingleQuotedStringContent($word) + "'"
    }
    if (-not $about) { $about = $word }
    [System.Management.Automation.CompletionResult]::new($text, $word, 'ParameterValue', $about)
  }
}`;
