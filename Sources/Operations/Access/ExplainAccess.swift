public import Domain
public import Storage

/// Explains from the policy table why an officer may do something or not. Asked at home, in the tenant of the acting post.
///
/// The object is looked for under the policies of who asks: what he does not see is answered like what is not there.
public struct ExplainAccess: Sendable {
    public var deed: Deed
    public var object: AccessObject
    /// Whose posts; the asking officer's own acting post when nil.
    public var person: Person.ID?

    public init(_ deed: Deed, on object: AccessObject, for person: Person.ID? = nil) {
        self.deed = deed
        self.object = object
        self.person = person
    }

    /// - Returns: one explanation for each post, those that are over included.
    /// - Throws: ``Problem/notAllowed`` about another person unless the officer keeps the directory or is the auditor; ``Problem/notFound``
    ///   for a person without posts in this tenant.
    public func perform(in tx: borrowing TenantTransaction) async throws -> [AccessExplanation] {
        let officer = try await tx.officer()
        let posts = try await posts(of: officer, in: tx)
        let place = try await place(of: officer, in: tx)
        var explanations: [AccessExplanation] = []
        for post in posts {
            explanations.append(
                AccessExplanation(
                    post: post, deed: deed, object: object, relation: try await relation(of: place, to: post, in: tx),
                    state: officer.mayWrite ? .open : .closed, day: officer.today,
                    lent: post.id == officer.post ? officer.lent : nil))
        }
        return explanations
    }

    private func posts(of officer: ActingOfficer, in tx: borrowing TenantTransaction) async throws -> [Post] {
        guard let person, person != officer.person else {
            guard let own = officer.post, let holding = try await Post.find(own, in: tx) else { throw Problem.notFound }
            return [holding.post]
        }
        guard officer.role == .auditor || officer.may(.manageDirectory) else { throw Problem.notAllowed }
        let posts = try await Post.list(.init(person: person, everHeld: true), limit: 100, in: tx).map(\.post)
        guard !posts.isEmpty else { throw Problem.notFound }
        return posts
    }

    // MARK: - Where the object is

    private enum Place {
        case province
        case foreign
        case own(SubUnit.ID, Person.ID?)
        case outOfSight
    }

    private func place(of officer: ActingOfficer, in tx: borrowing TenantTransaction) async throws -> Place {
        let root = SubUnit.ID(officer.home.uuid)
        do {
            switch object {
            case .province: return .province
            case .tenant(let slug): return try await Tenant.find(officer.home, in: tx)?.slug == slug ? .own(root, nil) : .foreign
            case .unit(let id): return .own(try await ShowSubUnit(id).perform(in: tx).id, nil)
            case .launch(let id): return .own(try await ShowLaunch(.id(id)).perform(in: tx).unit, nil)
            case .item(let id):
                let item = try await ShowItem(id: id).perform(in: tx).entry.item
                return .own(item.unit, item.terms.assignee)
            case .post(let id):
                let post = try await ShowPost(id).perform(in: tx).post
                return .own(post.unit, post.person)
            }
        } catch let problem as Problem where problem == .notFound {
            return .outOfSight
        }
    }

    private func relation(of place: Place, to post: Post, in tx: borrowing TenantTransaction) async throws -> Relation? {
        switch place {
        case .province: return .province
        case .foreign: return .foreignTenant
        case .outOfSight: return nil
        case .own(_, post.person): return .oneself
        case .own(let unit, _):
            return .of(
                unit, ancestors: try await ancestors(of: unit, in: tx), to: post.unit,
                seatAncestors: try await ancestors(of: post.unit, in: tx))
        }
    }

    private func ancestors(of unit: SubUnit.ID, in tx: borrowing TenantTransaction) async throws -> [SubUnit.ID] {
        var above: [SubUnit.ID] = []
        var next = try await SubUnit.find(unit, in: tx)?.parent
        while let parent = next, !above.contains(parent) {
            above.append(parent)
            next = try await SubUnit.find(parent, in: tx)?.parent
        }
        return above
    }
}
