public import Domain
public import Operations

/// How letters about overdue items are asked for, for the API and the pages alike.
public enum UrgingFile {
    public static let campaign = QueryParameter("campaign", .string, required: true, "Code of the campaign.")
    public static let tenant = QueryParameter("tenant", .string, required: true, "The unit that is urged.")
    public static let again = QueryParameter("again", .boolean, "Urges again what was urged before, and says so.")

    /// Of all letters together.
    public static let largest = 32 * 1_048_576
    public static let archiveName = "cong-van-don-doc.zip"

    public static func named(_ call: Call) throws(Problem) -> String {
        guard let campaign = call.query("campaign") else { throw .invalid("?campaign", "ghi mã phong trào") }
        return campaign
    }

    public static func letter(_ call: Call) throws(Problem) -> MakeUrgingLetter {
        let campaign = try named(call)
        guard let tenant = call.query("tenant") else { throw .invalid("?tenant", "ghi mã đơn vị") }
        // What is no name of a unit names none.
        guard let slug = Tenant.Slug(tenant) else { throw .notFound }
        return MakeUrgingLetter(campaign: campaign, tenant: slug, again: try call.queryFlag("again"))
    }

    public static func letters(_ call: Call) throws(Problem) -> MakeUrgingLetters {
        MakeUrgingLetters(campaign: try named(call), again: try call.queryFlag("again"))
    }
}
