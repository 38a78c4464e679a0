public import ArgumentParser
public import Domain

/// `2023-04-05`, or as an officer writes it: `5/4/2023`.
extension CivilDate: ExpressibleByArgument {
    public init?(argument: String) {
        guard let date = CivilDate(argument) ?? CivilDate(vietnamese: argument) else { return nil }
        self = date
    }
}
