/** Completion for fish, which chooses once more among the words, and quotes them. */
export const FISH = `function __followup_complete
    set -l before (commandline -opc)
    set -l current (commandline -ct)
    set -e before[1]
    set -l answer (command followup __complete fish "=$current" $before 2>/dev/null)
    if test "$answer[1]" = files
        __fish_complete_path "$current"
    else
        set -e answer[1]
        printf '%s\\n' $answer
    end
end
complete -c followup -e
complete -c followup -k -f -a '(__followup_complete)'`;
