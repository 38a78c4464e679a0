/// Why a cell could not become a Swift value. The column, its type and the place of the call are added by ``RowReader``.
///
/// The reason must not contain the value itself: it ends up in logs.
public struct DecodingFault: Error, Sendable, Equatable {
    public let reason: String

    public init(_ reason: String) {
        self.reason = reason
    }
}
