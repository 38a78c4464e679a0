import CLibPQ

/// What can be sent. Each function tells whether libpq took it; false means that nothing more can be sent on this connection.
extension ConnectionHandle {
    func enterPipeline() -> Bool { unsafe PQenterPipelineMode(raw) == 1 }
    func exitPipeline() -> Bool { unsafe PQexitPipelineMode(raw) == 1 }
    func sync() -> Bool { unsafe PQpipelineSync(raw) == 1 }
    func setSingleRowMode() -> Bool { unsafe PQsetSingleRowMode(raw) == 1 }

    func sendPrepare(_ name: String, _ sql: SQL) -> Bool {
        let types = sql.binds.map(\.oid.rawValue)
        return unsafe PQsendPrepare(raw, name, sql.text, Int32(types.count), types) == 1
    }

    func sendPrepared(_ name: String, _ parameters: borrowing ParameterBuffer) -> Bool {
        unsafe parameters.withPointers { count, values, lengths, formats in
            unsafe PQsendQueryPrepared(raw, name, count, values, lengths, formats, 1) == 1
        }
    }

    func sendUnprepared(_ sql: SQL, _ parameters: borrowing ParameterBuffer) -> Bool {
        let types = sql.binds.map(\.oid.rawValue)
        return unsafe parameters.withPointers { count, values, lengths, formats in
            unsafe PQsendQueryParams(raw, sql.text, count, types, values, lengths, formats, 1) == 1
        }
    }

    // MARK: - COPY

    /// 1: taken; 0: the buffer is full, flush first; −1: refused.
    func putCopyData(_ bytes: [UInt8]) -> Int32 {
        unsafe bytes.withUnsafeBytes { bytes in
            unsafe PQputCopyData(raw, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
        }
    }

    /// Ends the data; with a message the server refuses the whole COPY. The same answers as ``putCopyData(_:)``.
    func putCopyEnd(failure: String?) -> Int32 { unsafe PQputCopyEnd(raw, failure) }

    enum CopyData {
        case bytes([UInt8])
        case wait
        case end
        case failed
    }

    func copyData() -> CopyData {
        var buffer: UnsafeMutablePointer<CChar>? = nil
        let length = unsafe PQgetCopyData(raw, &buffer, 1)
        switch length {
        case 0: return .wait
        case -1: return .end
        case 1...:
            defer { unsafe PQfreemem(buffer) }
            return unsafe .bytes(Array(UnsafeRawBufferPointer(start: buffer, count: Int(length))))
        default: return .failed
        }
    }

    // MARK: - Notifications

    func nextNotification() -> Notification? {
        guard let notify = unsafe PQnotifies(raw) else { return nil }
        defer { unsafe PQfreemem(notify) }
        return unsafe Notification(
            channel: String(cString: notify.pointee.relname), payload: String(cString: notify.pointee.extra),
            backendPID: notify.pointee.be_pid)
    }
}
