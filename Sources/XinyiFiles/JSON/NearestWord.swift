/// The word that `word` was most likely meant to be: at most two letters away, the first such.
///
/// A word is never near to one that shares no letter with it.
func nearestWord(to word: String, among words: [String]) -> String? {
  var best: (word: String, distance: Int)?
  for candidate in words {
    let distance = editDistance(word, candidate, limit: min(2, candidate.count - 1))
    if let distance, distance < best?.distance ?? 3 { best = (candidate, distance) }
  }
  return best?.word
}

/// How many letters must be put in, left out or changed; nil when it is more than `limit`.
private func editDistance(_ left: String, _ right: String, limit: Int) -> Int? {
  guard left.utf8.count <= 200, right.utf8.count <= 200 else { return nil }
  let (left, right) = (Array(left), Array(right))
  guard abs(left.count - right.count) <= limit else { return nil }
  var row = Array(0...right.count)
  for (place, letter) in left.enumerated() {
    var diagonal = row[0]
    row[0] = place + 1
    for (index, other) in right.enumerated() {
      let change = diagonal + (letter == other ? 0 : 1)
      diagonal = row[index + 1]
      row[index + 1] = min(change, min(row[index], diagonal) + 1)
    }
  }
  return row[right.count] <= limit ? row[right.count] : nil
}
