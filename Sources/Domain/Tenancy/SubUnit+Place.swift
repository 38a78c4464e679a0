extension SubUnit {
    /// How a sub-unit is called where not everybody knows whose it is: with the unit that it belongs to, unless its own name says so already:
    /// `Phường 9, Thành phố Cà Mau`.
    public static func placed(_ name: String, in tenant: String) -> String {
        name == tenant || name.hasSuffix(", \(tenant)") ? name : "\(name), \(tenant)"
    }
}
