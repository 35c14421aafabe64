/// The name as it is posted (S7.4): the surname, one `*`, and the last character
/// of a name of three or more. 苏玉强 is 苏\*强, 苏玉 is 苏\*, 欧阳小明 is 欧阳\*明.
///
/// One `*` stands for everything between, so the length is hidden too. A name in parts, such as
/// 买买提·吐尔逊, and a name in Latin letters have no surname in front: they show their first and
/// last character, 买\*逊. A name of a single character shows nothing of it, only `*`.
public func maskedName(_ name: String) -> String {
  let characters = Array(safe(name).filter { $0 != " " && $0 != "\u{3000}" })
  guard let last = characters.last, characters.count > 1 else { return "*" }
  let surname = surnameLength(of: characters)
  let shown = String(characters.prefix(surname)) + "*"
  return characters.count > surname + 1 ? shown + String(last) : shown
}

/// A name with `*` in the place of seven or more digits, which a hand may have written beside it in
/// the roster: an identity or telephone number, or a birth date. No consent to be named goes as far
/// as that (S8.5). Spaces, hyphens, dots and slashes between the digits do not hide a number.
public func withoutLongNumbers(_ name: String) -> String {
  // Too short to hold one.
  guard name.unicodeScalars.count > 6 else { return name }
  var result = String.UnicodeScalarView()
  var number = String.UnicodeScalarView()
  var between = String.UnicodeScalarView()
  func endNumber() {
    let isLong = number.count { $0.properties.generalCategory == .decimalNumber } > 6
    result.append(contentsOf: isLong ? "*".unicodeScalars : number)
    result.append(contentsOf: between)
    number = .init()
    between = .init()
  }
  for scalar in name.unicodeScalars {
    if scalar.properties.generalCategory == .decimalNumber {
      number.append(contentsOf: between)
      number.append(scalar)
      between = .init()
    } else if !number.isEmpty, " -./\u{3000}".unicodeScalars.contains(scalar) {
      between.append(scalar)
    } else {
      endNumber()
      result.append(scalar)
    }
  }
  endNumber()
  return String(result)
}

private func surnameLength(of name: [Character]) -> Int {
  name.count > 2 && compoundSurnames.contains(String(name.prefix(2))) ? 2 : 1
}

/// The surname, for counting by it: one character, or two of a compound surname.
public func surname(of name: String) -> String {
  let characters = Array(safe(name).filter { $0 != " " && $0 != "\u{3000}" })
  return String(characters.prefix(surnameLength(of: characters)))
}
