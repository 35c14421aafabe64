public import XinyiLedger

/// Reads a value from the bytes of a JSON file.
///
/// The reading is strict and tells every fault of the file in one run, each with its place.
/// `allowsBOM` is for files that people edit: some editors write a byte order mark.
public func decodeJSON<T: Decodable>(
  _ type: T.Type, from bytes: [UInt8], file: String, allowsBOM: Bool
) throws(FileFaults) -> T {
  try JSONDocument(parsing: bytes, file: file, allowsBOM: allowsBOM).decode(type)
}

/// Reads a value and hands back the document too, so that what is found wrong with its meaning later
/// can be told with its place.
public func decodeJSONDocument<T: Decodable>(
  _ type: T.Type, from bytes: [UInt8], file: String, allowsBOM: Bool
) throws(FileFaults) -> (value: T, document: JSONDocument) {
  let document = JSONDocument(parsing: bytes, file: file, allowsBOM: allowsBOM)
  return (try document.decode(type), document)
}
