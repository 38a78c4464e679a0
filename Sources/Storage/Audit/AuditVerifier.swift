import Domain

/// Goes along the chain, seal by seal, with the entries that stand there now. Pure: it is told of seals and entries in their order
/// and holds no more than one batch.
struct AuditVerifier {
    private(set) var result = AuditVerification()
    private let wantedHead: AuditHead?
    private var previous: [UInt8] = Array(repeating: 0, count: 32)
    private var end = AuditPlace(epoch: 0, xid: 0, id: 0)
    /// Of the seal at hand: its leaves, and how many of them were met.
    private var leaves: [AuditSeal.Leaf] = []
    private var met = 0

    /// - Parameter head: one that was exported earlier.
    init(head: AuditHead? = nil) {
        wantedHead = head
    }

    var isWhole: Bool { result.fault == nil }

    /// The next seal; its entries come afterwards, then ``endSeal()``.
    mutating func begin(_ seal: AuditSeal) {
        guard isWhole else { return }
        let next = (result.head?.seq ?? 0) + 1
        guard seal.seq == next else { return fail(.sealMissing(next)) }
        leaves = seal.leaves
        met = 0
        guard seal.previous == previous, seal.hash == AuditCanonical.hash(of: seal), seal.leaves.count == Int(seal.count),
            seal.leaves.first?.place == seal.first, seal.leaves.last?.place == seal.last, end < seal.first,
            AuditCanonical.root(seal.leaves.lazy.map(\.hash)) == seal.root
        else { return fail(.sealBroken(seal.seq)) }
        result.head = seal.head
        previous = seal.hash
        end = seal.last
    }

    /// An entry as it stands now, in the order of places.
    mutating func meet(_ place: AuditPlace, leaf: () -> [UInt8]) {
        guard isWhole, let seal = result.head?.seq else { return }
        guard met < leaves.count else { return fail(.entryInserted(place, seal: seal)) }
        let sealed = leaves[met]
        if place < sealed.place { return fail(.entryInserted(place, seal: seal)) }
        if sealed.place < place { return fail(.entryRemoved(sealed.place, seal: seal)) }
        guard leaf() == sealed.hash else { return fail(.entryChanged(place, seal: seal)) }
        met += 1
        result.entries += 1
    }

    mutating func endSeal() {
        guard isWhole, let head = result.head else { return }
        guard met == leaves.count else { return fail(.entryRemoved(leaves[met].place, seal: head.seq)) }
        result.seals += 1
        if let wantedHead, wantedHead.seq == head.seq, wantedHead.hash != head.hash { fail(.headMissing(wantedHead)) }
    }

    /// - Parameter unsealed: how many entries stand behind the last seal.
    mutating func finish(unsealed: Int) -> AuditVerification {
        result.unsealed = unsealed
        if isWhole, let wantedHead, wantedHead.seq > (result.head?.seq ?? 0) { fail(.headMissing(wantedHead)) }
        return result
    }

    private mutating func fail(_ fault: AuditFault) {
        result.fault = fault
    }
}
