public import Hummingbird

/// What one request carries through the middleware and into its handler.
public struct WebContext: RequestContext {
    public var coreContext: CoreRequestContextStorage

    public init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
    }

    /// Nothing larger is read into memory unless a route says so.
    public var maxUploadSize: Int { 1 << 20 }
}
