public import ArgumentParser
public import Domain

// Names are not unique: on the command line a person and a post are named by their ids.
extension EntityID: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(argument)
    }
}

extension Person.Kind: ExpressibleByArgument {}
extension Post.LeaderRank: ExpressibleByArgument {}
extension Role: ExpressibleByArgument {}
extension Delegation.Form: ExpressibleByArgument {}
