/**
 * Completion for zsh: to be evaluated, or kept as `_followup` in a folder of `fpath`. The words are chosen by the program (`-U`:
 * zsh does not choose again), and quoted by zsh.
 */
export const ZSH = `#compdef followup
_followup() {
  local kind line
  local -i width
  local -a answer names shown insert
  answer=("\${(@f)$(command followup __complete zsh "=\${(Q)PREFIX}" "\${(@Q)words[2,CURRENT-1]}" 2>/dev/null)}")
  kind=$answer[1]
  if [[ $kind == files ]]; then
    _files
    return
  fi
  for line in "\${(@)answer[2,-1]}"; do
    names+=("\${line%%$'\\t'*}")
    (( \${(m)#names[-1]} > width )) && width=\${(m)#names[-1]}
  done
  for line in "\${(@)answer[2,-1]}"; do
    shown+=("\${(mr:width:)line%%$'\\t'*}  \${line#*$'\\t'}")
  done
  (( $#names )) || return 1
  [[ $kind == unfinished ]] && insert=(-S '')
  compadd -U -l -V followup "\${(@)insert}" -d shown -a names
  [[ $kind == others && $#names -gt 1 ]] && compstate[insert]=menu
  return 0
}
if [[ $funcstack[1] == _followup ]]; then
  _followup "$@"
else
  compdef _followup followup
fi`;
