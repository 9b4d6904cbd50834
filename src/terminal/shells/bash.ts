/**
 * Completion for bash, from 3.2 on. What the program answers is never evaluated: `compgen -W` would run a command that stands
 * in a customer's name. Readline puts the quotes, for it takes such a word for the name of a file; a bash that cannot be told
 * so is offered nothing that needs quotes.
 */
export const BASH = `_followup() {
  local kind word about quoted current="\${COMP_WORDS[COMP_CWORD]}"
  COMPREPLY=()
  {
    read -r kind
    while IFS=$'\\t' read -r word about; do
      printf -v quoted %q "$word"
      if [[ $quoted != "$word" ]]; then compopt -o filenames 2>/dev/null || continue; fi
      COMPREPLY+=("$word")
    done
  } < <(command followup __complete bash "=$current" "\${COMP_WORDS[@]:1:COMP_CWORD-1}" 2>/dev/null)
  case $kind in
    unfinished) compopt -o nospace 2>/dev/null ;;
    files) compopt -o default 2>/dev/null ;;
  esac
}
complete -F _followup followup`;
