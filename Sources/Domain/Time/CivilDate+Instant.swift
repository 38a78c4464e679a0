extension CivilDate {
    /// Việt Nam has kept UTC+7 without summer time since 1975, so the offset is a constant and needs no time zone database.
    public static let vietnamSecondsFromUTC = 7 * 3_600

    /// The day it is in Asia/Ho_Chi_Minh at an instant, given in seconds since 1970-01-01T00:00:00Z.
    ///
    /// Stops at ``earliest`` and ``latest``.
    public init(atSecondsSince1970 seconds: Int64) {
        let (local, overflow) = seconds.addingReportingOverflow(Int64(Self.vietnamSecondsFromUTC))
        guard !overflow else {
            self = .latest
            return
        }
        let (quotient, remainder) = local.quotientAndRemainder(dividingBy: 86_400)
        let days = remainder < 0 ? quotient - 1 : quotient
        self = CivilDate(daysSince1970: Int(days)) ?? (days < 0 ? .earliest : .latest)
    }

    /// The instant at which this day begins in Asia/Ho_Chi_Minh, in seconds since 1970-01-01T00:00:00Z.
    public var startSecondsSince1970: Int64 {
        Int64(daysSince1970) * 86_400 - Int64(Self.vietnamSecondsFromUTC)
    }
}
