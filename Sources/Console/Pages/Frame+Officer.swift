import Documents
import Domain
import Operations
import Web

extension Frame {
    /// Around a page of a signed-in officer.
    init(_ answer: WhoAmI.Answer, _ call: Call) {
        signedIn = true
        demonstration = call.backend.demonstration
        today = answer.officer.today.vietnamese
        post = answer.delegation.map { "\($0.signature.line) (\($0.post.title))" } ?? answer.post.post.title
        unit = answer.tenant.fullName
        ended = answer.tenant.closedOn.flatMap { $0 < answer.officer.today ? $0.vietnamese : nil }
        formToken = call.formToken
        readsPapers = Policy.of(answer.officer.role).reach == .tenant
        assigns = answer.actions.contains(.assignItem)
        cutsDirectives = assigns && answer.actions.contains(.enterDirective)
        keepsDirectory = answer.actions.contains(.manageDirectory)
        unread = answer.unreadNotices == 0 ? nil : answer.unreadNotices
        guide = Guide.of(page: call.route.path)?.path
        files = call.fileAddresses.map { File(name: $0.format.vietnamese, address: $0.address) }
        hasFiles = !files.isEmpty
    }

    /// The same with one list of the page as files.
    ///
    /// - Parameters:
    ///   - name: as the page calls the list.
    ///   - address: where programs read it.
    func offering(_ name: String, at address: String, _ query: String = "") -> Frame {
        var frame = self
        let files = ListFileFormat.allCases.map { format in
            File(name: format.vietnamese, address: "\(address)?\(query.isEmpty ? "" : "\(query)&")format=\(format.rawValue)")
        }
        frame.lists.append(Listed(name: name, files: files))
        return frame
    }
}
