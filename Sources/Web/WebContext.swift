public import Hummingbird
import NIOCore

/// What one request carries through the middleware and into its handler.
public struct WebContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    /// The address of who connected: the officer's machine, or a proxy. Nil where there is no socket.
    let peer: SocketAddress?

    public init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress
    }

    /// Nothing larger is read into memory unless a route says so.
    public var maxUploadSize: Int { 1 << 20 }
}
