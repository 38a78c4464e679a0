import Domain
import FoundationEssentials

extension CivilDate {
    /// The day it is by the real clock: for bounds of what may be entered, never for what is recorded.
    static var today: CivilDate { CivilDate(atSecondsSince1970: Int64(Date().timeIntervalSince1970.rounded(.down))) }
}
