/// What besides an entry has moved an account: the place in the list of its kind.
enum Booking: Equatable, Sendable {
  case redemption(Int)
  case refund(Int)
  case cards(Int)
  case move(Int)
  case expiry(Int)
}

extension Ledger {
  /// What an account has paid for, in the order it was recorded.
  func redemptions(of account: Account) -> [Redemption] {
    (bookings[account] ?? []).compactMap {
      if case .redemption(let index) = $0 { redemptions[index] } else { nil }
    }
  }

  func refund(_ booking: Booking) -> Refund? {
    if case .refund(let index) = booking { refunds[index] } else { nil }
  }

  func cardMove(_ booking: Booking) -> CardMove? {
    if case .cards(let index) = booking { cardMoves[index] } else { nil }
  }

  func move(_ booking: Booking) -> BalanceMove? {
    if case .move(let index) = booking { moves[index] } else { nil }
  }

  func expiry(_ booking: Booking) -> Expiry? {
    if case .expiry(let index) = booking { expiries[index] } else { nil }
  }
}

extension Booking: Codable {
  private var parts: [Int] {
    switch self {
    case .redemption(let index): [0, index]
    case .refund(let index): [1, index]
    case .cards(let index): [2, index]
    case .move(let index): [3, index]
    case .expiry(let index): [4, index]
    }
  }

  func encode(to encoder: any Encoder) throws { try parts.encode(to: encoder) }

  init(from decoder: any Decoder) throws {
    let parts = try [Int](from: decoder)
    self =
      switch parts.first {
      case 0: .redemption(parts[1])
      case 1: .refund(parts[1])
      case 2: .cards(parts[1])
      case 3: .move(parts[1])
      default: .expiry(parts.last ?? 0)
      }
  }
}
