/// What the shells are told: how to ask this program, and how to show what it answers.
enum CompletionScript {
  static func text(for shell: String) -> String { shell == "zsh" ? zsh : bash }

  /// Both in the same form: `words` or `files`, then a word, a tab and what it is on each line.
  static func answer(_ offer: Completion.Offer) -> String {
    switch offer {
    case .files: "files\n"
    case .words(let words):
      "words\n" + words.map { "\($0.word)\t\($0.note)\n" }.joined()
    }
  }

  /// Where there are several, each is shown with what it is; a blank one keeps the shell from
  /// taking what they have in common for what was typed.
  private static let bash = #"""
    # 用法：把下面一行写进 ~/.bashrc，以后按 Tab 键补全
    #   eval "$(xinyi 补全 bash)"
    _xinyi() {
      local line kind word note start drop
      local -a typed answer plain shown
      line="${COMP_LINE:0:COMP_POINT}"
      read -ra typed <<<"$line"
      case "$line" in *[[:space:]]) typed+=("") ;; esac
      COMPREPLY=()
      mapfile -t answer < <("${typed[0]}" completions bash -- "${typed[@]:1}" 2>/dev/null)
      kind="${answer[0]-}"
      if [ "$kind" = files ]; then compopt -o default; return; fi
      [ "$kind" = words ] || return
      start="${typed[${#typed[@]}-1]}"
      drop="${start%"${start##*[=:@]}"}"
      for line in "${answer[@]:1}"; do
        word="${line%%$'\t'*}"; note="${line#*$'\t'}"
        case "$word" in "$drop"*) word="${word#"$drop"}" ;; esac
        plain+=("$word"); shown+=("$word${note:+  $note}")
      done
      if [ "${#plain[@]}" -le 1 ]; then COMPREPLY=("${plain[@]}"); return; fi
      COMPREPLY=("${shown[@]}")
      for word in "${plain[@]}"; do
        case "$word" in "${start#"$drop"}"*) ;; *) COMPREPLY+=(" "); break ;; esac
      done
    }
    complete -F _xinyi xinyi

    """#

  private static let zsh = #"""
    #compdef xinyi
    # 用法：把下面一行写进 ~/.zshrc，以后按 Tab 键补全
    #   eval "$(xinyi 补全 zsh)"
    _xinyi() {
      local line
      local -a answer plain shown
      answer=("${(@f)$("${words[1]}" completions zsh -- "${(@)words[2,CURRENT-1]}" "$PREFIX" 2>/dev/null)}")
      case "$answer[1]" in
        files) _files; return ;;
        words) ;;
        *) return 1 ;;
      esac
      for line in "${(@)answer[2,-1]}"; do
        plain+=("${line%%$'\t'*}")
        shown+=("${line/$'\t'/  }")
      done
      (( $#plain )) || return 1
      if [[ -n "${(@)plain:#${(b)PREFIX}*}" ]]; then
        (( $#plain > 1 )) && compstate[insert]= && compstate[list]=list
        compadd -U -l -d shown -a plain
      else
        compadd -l -d shown -a plain
      fi
    }
    if ! (( $+functions[compdef] )); then autoload -Uz compinit; compinit; fi
    compdef _xinyi xinyi

    """#
}
