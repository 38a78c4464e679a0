import Glibc

/// Which statements this session has prepared, least recently used last; pure bookkeeping.
///
/// A statement is entered when its Parse is sent and stays only if that Parse succeeds. What falls out because the cache is full is
/// still known to the server, and waits in ``retired`` for its DEALLOCATE.
struct PreparedStatements {
    /// Equal texts byte for byte (Swift's own equality would take composed and decomposed letters for the same) and equal types.
    struct Key: Hashable {
        let text: String
        let types: [OID]

        init(_ sql: SQL) {
            text = sql.text
            types = sql.binds.map(\.oid)
        }

        static func == (lhs: Key, rhs: Key) -> Bool {
            guard lhs.types == rhs.types, lhs.text.utf8.count == rhs.text.utf8.count else { return false }
            // Texts of some thousand bytes, at every statement: compared as memory, not element by element.
            let asMemory = unsafe lhs.text.utf8.withContiguousStorageIfAvailable { one in
                unsafe rhs.text.utf8.withContiguousStorageIfAvailable { other in
                    guard let one = one.baseAddress, let other = other.baseAddress else { return true }
                    return unsafe memcmp(one, other, lhs.text.utf8.count) == 0
                }
            }
            return (asMemory ?? nil) ?? lhs.text.utf8.elementsEqual(rhs.text.utf8)
        }

        func hash(into hasher: inout Hasher) {
            var text = text
            text.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
            hasher.combine(types.count)
        }
    }

    private struct Node {
        let key: Key
        let name: String
        var newer: Int?
        var older: Int?
    }

    private let capacity: Int
    private var nodes: [Int: Node] = [:]
    private var index: [Key: Int] = [:]
    private var newest: Int?
    private var oldest: Int?
    private var counter = 0
    /// Names that the server still holds and nobody will use again.
    private(set) var retired: [String] = []

    init(capacity: Int) {
        self.capacity = capacity
    }

    var isEnabled: Bool { capacity > 0 }
    var count: Int { index.count }

    /// A place in the cache.
    struct Use: Sendable {
        let slot: Int
        let name: String
        /// The server does not know it yet: send Parse first.
        let isNew: Bool
    }

    mutating func use(_ key: Key) -> Use {
        if let slot = index[key] {
            if slot != newest {
                unlink(slot)
                link(slot)
            }
            return Use(slot: slot, name: nodes[slot]!.name, isNew: false)
        }
        if index.count >= capacity, let oldest { retire(oldest) }
        counter += 1
        let name = "s\(counter)"
        nodes[counter] = Node(key: key, name: name)
        index[key] = counter
        link(counter)
        return Use(slot: counter, name: name, isNew: true)
    }

    /// Its Parse failed or was skipped, so the server has nothing under this name.
    mutating func forget(_ slot: Int) {
        guard let node = nodes[slot] else { return }
        unlink(slot)
        index[node.key] = nil
        nodes[slot] = nil
    }

    /// The server has it, but it is of no more use.
    mutating func retire(_ slot: Int) {
        guard let node = nodes[slot] else { return }
        forget(slot)
        retired.append(node.name)
    }

    /// The session has lost all of them, as after DISCARD ALL.
    mutating func forgetAll() {
        nodes.removeAll()
        index.removeAll()
        retired.removeAll()
        newest = nil
        oldest = nil
    }

    mutating func takeRetired() -> [String] {
        defer { retired.removeAll() }
        return retired
    }

    private mutating func link(_ slot: Int) {
        nodes[slot]!.older = newest
        nodes[slot]!.newer = nil
        if let newest { nodes[newest]!.newer = slot }
        newest = slot
        if oldest == nil { oldest = slot }
    }

    private mutating func unlink(_ slot: Int) {
        let (newer, older) = (nodes[slot]!.newer, nodes[slot]!.older)
        if let newer { nodes[newer]!.older = older } else { newest = older }
        if let older { nodes[older]!.newer = newer } else { oldest = newer }
    }
}
