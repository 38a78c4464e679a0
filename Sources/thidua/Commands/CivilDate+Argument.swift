public import ArgumentParser
public import Domain
import Foundation

/// `2023-04-05`, or as an officer writes it: `5/4/2023`; of our time (``CivilDate/enterable(on:)``).
extension CivilDate: ExpressibleByArgument {
    public init?(argument: String) {
        let today = CivilDate(atSecondsSince1970: Int64(Date().timeIntervalSince1970))
        guard let date = CivilDate(argument) ?? CivilDate(vietnamese: argument), date.refusal(on: today) == nil else { return nil }
        self = date
    }
}
