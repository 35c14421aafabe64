/// Changes some bytes of a text as a slip of a hand, of a disk or of a program would.
public func changeSomewhere(in body: inout [UInt8], _ random: inout SeededRandom) {
  let place = Int.random(in: body.indices, using: &random)
  let length = min(Int.random(in: 1...12, using: &random), body.count - place)
  let run = Array(body[place..<place + length])
  switch Int.random(in: 0..<6, using: &random) {
  case 0: body[place] = UInt8.random(in: 0...255, using: &random)
  case 1: body[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
  case 2: body.removeSubrange(place..<place + length)
  case 3: body.insert(contentsOf: run, at: Int.random(in: body.indices, using: &random))
  case 4: body.insert(random.pick(Array(#"0123456789.-,:"{}[]e\ "#.utf8)), at: place)
  default: swapMembers(of: &body, at: place)
  }
}

/// The members before and after the next comma change places.
private func swapMembers(of body: inout [UInt8], at place: Int) {
  let comma = UInt8(ascii: ",")
  guard let middle = body[place...].firstIndex(of: comma),
    let start = body[..<middle].lastIndex(where: { $0 == comma || $0 == UInt8(ascii: "{") }),
    let end = body[(middle + 1)...].firstIndex(where: { $0 == comma || $0 == UInt8(ascii: "}") })
  else { return }
  let swapped = Array(body[(middle + 1)..<end]) + [comma] + body[(start + 1)..<middle]
  body.replaceSubrange((start + 1)..<end, with: swapped)
}
