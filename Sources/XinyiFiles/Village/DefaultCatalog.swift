public import XinyiLedger

/// The bytes of the default catalog, which is part of the program: what `init` writes out.
public var defaultCatalogBytes: [UInt8] { PackageResources.catalog_json }

/// The default catalog as a value.
public func defaultCatalog() throws -> Catalog {
  try readCatalog(defaultCatalogBytes, file: "catalog.json")
}
