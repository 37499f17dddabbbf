// A table of what pages say that stand in the place of an article.

/// Phrases of one kind of wall, and how many words of article may stand beside them: the more a phrase says by itself, the
/// more. Lower-case, a line each; an apostrophe is straight.
struct AccessWallRow {
  var wall: AccessWall
  var words: Int
  /// A phrase is a whole heading.
  var isHeading = false
  var phrases: StaticString
}

extension AccessWallRow {
  /// A page with more is no wall.
  static let mostWords = all.map(\.words).max() ?? 0

  /// A teaser is a paragraph or three; a wall has a paragraph of its own at most.
  static let all = [
    AccessWallRow(
      wall: .paywall, words: 400,
      phrases: """
        subscribe to continue reading
        subscribe to keep reading
        subscribe to read the full
        subscribe to read the rest
        subscribe to read this
        subscribe to unlock
        subscribe now to continue
        subscribe for full access
        to continue reading, subscribe
        to read the full article, subscribe
        to read the full story, subscribe
        to read this article in full
        this article is for subscribers
        this article is reserved for
        this content is for subscribers
        this content is only available to subscribers
        this content is available to subscribers
        this story is for subscribers
        this story is available exclusively to
        this post is for paid subscribers
        this post is for paying subscribers
        for subscribers only
        available only to subscribers
        exclusively for subscribers
        exclusive to subscribers
        you have reached your limit of free articles
        you've reached your limit of free articles
        you have reached your article limit
        you've reached your article limit
        you have read your last free article
        you've read your last free article
        you have no free articles left
        your free articles
        start your free trial to read
        start your subscription to
        unlock this article
        continue reading with a subscription
        keep reading for
        purchase a subscription to continue
        become a member to read
        members-only content
        jetzt weiterlesen mit
        weiterlesen mit
        um weiterzulesen
        dieser artikel ist kostenpflichtig
        dieser artikel ist nur für abonnenten
        lesen sie diesen artikel mit
        exklusiv für abonnenten
        nur für abonnenten
        cet article est réservé aux abonnés
        la suite est réservée aux abonnés
        il vous reste
        article réservé à nos abonnés
        pour lire la suite
        contenido exclusivo para suscriptores
        suscríbete para seguir leyendo
        para seguir leyendo
        contenuto riservato agli abbonati
        abbonati per continuare
        alleen voor abonnees
        verder lezen? word
        """),
    AccessWallRow(
      wall: .login, words: 150,
      phrases: """
        log in to continue
        log in to read
        log in to view
        log in to see
        log in to access
        login to continue
        login to read
        login to view
        sign in to continue
        sign in to read
        sign in to view
        sign in to see
        sign in to access
        sign in or create an account to
        log in or sign up to
        log in or register to
        register to continue reading
        register to read
        register for free to
        create a free account to
        create an account to continue
        create an account to read
        you must be logged in to view
        you must be logged in to read
        you must be logged in to access
        you must log in to
        you need to be logged in to
        you need to log in to
        bitte melden sie sich an
        melden sie sich an, um
        bitte einloggen
        connectez-vous pour
        vous devez être connecté
        inicia sesión para
        accedi per
        log in om verder te
        """),
    AccessWallRow(
      wall: .login, words: 40,
      phrases: """
        please log in
        please sign in
        forgot your password
        forgot password
        passwort vergessen
        mot de passe oublié
        """),
    AccessWallRow(
      wall: .login, words: 40, isHeading: true,
      phrases: """
        sign in
        log in
        login
        sign in or register
        log in or sign up
        sign in to your account
        log in to your account
        member login
        anmelden
        einloggen
        connexion
        se connecter
        iniciar sesión
        accedi
        inloggen
        """),
    AccessWallRow(
      wall: .consent, words: 40, isHeading: true,
      phrases: """
        before you continue
        cookie consent
        cookie settings
        cookie preferences
        privacy settings
        privacy preference center
        datenschutzeinstellungen
        """),
    AccessWallRow(
      wall: .consent, words: 60,
      phrases: """
        before you continue to
        we value your privacy
        we care about your privacy
        your privacy choices
        manage your privacy
        accept all cookies
        accept cookies to continue
        accept and continue
        agree and continue
        we and our partners
        we use cookies to
        consent or pay
        mit werbung weiterlesen
        weiter mit werbung
        werbefrei lesen
        akzeptieren und weiter
        zustimmen und weiter
        einwilligen und weiter
        wir und unsere partner
        accepter et continuer
        accepter et fermer
        continuer sans accepter
        nous et nos partenaires
        aceptar y continuar
        accetta e continua
        wij en onze partners
        """),
    AccessWallRow(
      wall: .robots, words: 150,
      phrases: """
        verify you are human
        verify you are a human
        verify that you are human
        verify that you're not a robot
        verifying you are human
        confirm you are human
        confirm you're not a robot
        prove you are human
        make sure you're not a robot
        make sure you are not a robot
        are you a robot
        you are not a robot
        i'm not a robot
        checking your browser before accessing
        checking if the site connection is secure
        unusual traffic from your computer network
        unusual activity from your computer network
        detected unusual activity
        pardon our interruption
        complete the security check
        complete the captcha
        enter the characters you see
        you have been blocked
        access to this page has been denied
        """),
    AccessWallRow(
      wall: .script, words: 60,
      phrases: """
        enable javascript and cookies to continue
        please enable javascript
        please turn on javascript
        you need to enable javascript
        javascript is required
        javascript is disabled
        javascript must be enabled
        requires javascript
        doesn't work properly without javascript
        bitte aktivieren sie javascript
        veuillez activer javascript
        """),
  ]
}
