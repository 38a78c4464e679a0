public import ArgumentParser
public import Domain

extension ReportMonth: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(argument)
    }
}
