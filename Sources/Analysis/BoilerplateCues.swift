// A table.

/// What boilerplate says, by kind. Weights are log-odds, by how often the phrase stood in what is not the article on the
/// development pages against in the article; 2 needs help from its neighbours in prose, 4 and more carries a line alone.
enum BoilerplateCues {
  static let groups: [CueGroup] = appeals + newsletters + shares + related + comments + navigation + notices + remnants

  private static let money = "asks for money"
  private static let support = "asks for support"
  private static let membership = "invites to subscribe or become a member"
  private static let perks = "lists what members get"
  private static let own = "speaks as the publication (we, our)"

  private static let appeals: [CueGroup] = [
    CueGroup(
      .appeal, 4.5, .sentence, money,
      """
      donate now/today/here/online/monthly
      donate to
      make a .. donation/contribution/gift
      give now/monthly/once/today/online
      give what you can
      give $
      contribute $
      contribute now/today
      support once/monthly
      chip in
      pitch in
      buy me/us a coffee
      choose an amount
      add a tip
      leave us/me a .. tip
      become a .. member/patron/supporter/subscriber/backer/friend/donor
      """),
    CueGroup(
      .appeal, 4.5, .whole, money,
      """
      donate
      contribute
      give
      """),
    CueGroup(
      .appeal, 4.5, .whole, membership,
      """
      subscribe
      membership
      support us
      join us
      join today
      """),
    CueGroup(
      .appeal, 3.5, .anywhere, money,
      """
      with a .. monthly/regular/small donation
      your .. donation
      your .. contribution
      your .. gift
      consider a/making/becoming .. donation/contribution/gift
      consider donating/contributing/supporting/subscribing
      please give/donate/contribute
      tax deductible gift/donation/contribution
      we don't have enough money
      every contribution/donation/dollar/pound/penny/euro counts/helps/goes
      however big or small
      donations from readers
      donate to us
      supporting us
      chip in
      choose to give
      afford to give/contribute/support/pay
      if you can afford
      if you can spare
      give online today
      every dollar/pound/euro you give
      will be matched
      reader supported
      reader funded
      funded by readers/listeners/viewers/members/supporters/you
      rely/relies/depend/depends on .. readers/listeners/viewers/members/donations/supporters
      rely/relies/depend/depends on .. support/generosity/backing/contributions
      thanks to .. supporters/members/donors/subscribers/readers
      made possible by .. supporters/members/donors/subscribers/readers
      made possible by the generosity
      keep .. free for everyone/all
      keeps/keep ours free
      help us keep/hold/reach/continue/fund/raise/grow/do/tell/investigate/expose/fight
      costs money
      fighting fund
      membership drive
      """),
    CueGroup(
      .appeal, 3.5, .sentence, support,
      """
      support us
      support our work/journalism/mission/newsroom/reporting/writers/journalists
      support independent/local/quality/free/public/investigative .. journalism/media/news/reporting
      support @
      support the work of
      stand with us/independent
      stand up for .. journalism
      join our .. community/family/fight/mission/supporters/members
      we need your help/support
      we need you
      help us
      back our journalism/work
      become one of
      fund our work/journalism
      """),
    CueGroup(
      .appeal, 3, .anywhere, support,
      """
      we need your help/support
      we need you to
      need your support/help to
      support us
      supports us
      support our work/journalism/mission/newsroom/reporting
      supports our writers/work/journalism/reporters
      support .. independent journalism/media
      supported our .. work/journalism/struggle/campaign
      without your support/help/contribution
      with your help/support
      thanks to your support/help
      your support
      please join us
      join us and be part
      be part of @
      join the @ family/community
      part of the _ family
      help us continue
      we can't do this/it without
      can you help us
      will you help us
      if you value our/what/this
      if you found this .. useful/valuable
      powered by you
      people like you
      readers like you
      """),
    CueGroup(
      .appeal, 3, .anywhere, membership,
      """
      go ad free
      ad free/lite subscription/reading/experience/access/version
      advert free
      subscribe from/for just/only
      subscribe for less/just/only
      subscribe now/today
      subscribe to @
      digital subscription is
      unlimited access
      full digital access
      cancel any time
      cancel anytime
      cancel whenever
      free trial
      day/month trial
      start your .. trial
      already a subscriber/member
      to continue reading this
      continue reading with
      already subscribed
      for less than $
      save #
      gift this article
      subscribe to unlock/continue/read
      become a member
      becoming a member
      subscriber exclusive/only
      members only
      buy a subscription
      give a subscription
      manage your subscription
      """),
    CueGroup(
      .appeal, 1.7, .anywhere, money,
      """
      $ a/per month
      $ a/per week
      $ a/per year
      cents in each/every dollar
      the price of a cup
      not right now
      remind me
      """),
    CueGroup(
      .appeal, 2.6, .block, "speaks to the reader as a letter does",
      """
      dear reader/readers
      before you go/carry/continue
      why we are asking
      """),
    CueGroup(
      .appeal, 1.8, .short, perks,
      """
      advert free reading
      ad free reading
      ad free
      discount in our shop/store
      discount on
      our shop/store
      e newsletter
      early access
      exclusive access/content
      behind the scenes
      in return you get
      you get
      you'll get
      you will get
      you'll receive
      you can continue
      we can continue
      members get
      as a member
      video call with
      tote bag
      """),
    CueGroup(
      .appeal, 1.6, .anywhere, own,
      """
      our readers
      our supporters
      reporters like
      accepting a single
      answerable to nobody
      no advertisers
      we don't take money
      we don't have .. owner/owners/paywall/shareholders
      our journalism
      our newsroom
      our reporting
      our reporters
      our journalists
      our writers
      our content
      our work
      our mission
      our small team
      we publish
      we have published
      we've published
      we will continue
      we do this for you
      for you
      on your behalf
      you have supported
      you've supported
      shared our work
      you shared
      mainstream media
      hold .. to account
      holding .. to account
      speak truth to power
      free press
      independent media
      independent journalism
      no shareholders
      no .. paywall
      behind a paywall
      billionaire owner/owners
      non profit newsroom
      is a non profit
      what you are reading
      you are reading
      """),
  ]

  private static let newsletters: [CueGroup] = [
    CueGroup(
      .newsletter, 4.5, .sentence, "invites to a newsletter",
      """
      sign up to/for our
      sign up to/for the .. newsletter
      sign up to/for .. newsletter/email/emails/alerts/updates/briefing
      sign me up
      subscribe to our .. newsletter/mailing/email/emails/channel/podcast/feed
      subscribe to the .. newsletter/podcast/channel
      subscribe to newsletter/newsletters/updates
      get our .. newsletter/emails/email
      get the .. newsletter
      get .. delivered to your inbox
      get .. in your inbox
      receive .. in your inbox
      join our mailing/email .. list
      join our newsletter
      enter your email
      enter email
      newsletter signup/sign
      """),
    CueGroup(
      .newsletter, 4, .anywhere, "invites to a newsletter",
      """
      delivered to your inbox
      delivered straight/directly to your inbox
      straight to your inbox
      to your inbox
      in your inbox
      check your inbox
      your email inbox
      our .. newsletter
      our .. email newsletter
      our weekly/daily email
      by signing up
      unsubscribe at any time
      unsubscribe any time
      unsubscribe anytime
      breaking news alerts
      get the next edition
      never miss a story
      successfully subscribed
      thank you for subscribing
      thanks for subscribing
      thank you for signing up
      thanks for signing up
      after newsletter promotion
      skip past newsletter
      confirmation link/email
      no spam
      spam folder
      keep me informed/updated/posted
      want more stories/news like
      join # .. who/readers/subscribers/people
      never share/sell your
      don't forget to confirm
      invalid email
      valid email address
      newsletters may contain
      emails may carry/contain/include
      """),
    CueGroup(
      .newsletter, 3.5, .whole, "is a form's field or button",
      """
      sign up
      sign up now
      email
      your email
      your email address
      email address
      work email
      first name
      last name
      name
      company
      i'm in
      submit
      subscribe
      newsletter
      newsletters
      indicates required
      """),
    CueGroup(
      .newsletter, 2.2, .short, "speaks of a newsletter to sign up for",
      """
      newsletter
      newsletters
      free weekly newsletter
      daily briefing
      morning briefing
      evening briefing
      weekly digest
      every weekday/thursday/friday/sunday/morning/week
      in your email
      send it to me
      curated by
      agree to our/the privacy
      share your details
      """),
  ]

  private static let shares: [CueGroup] = [
    CueGroup(
      .share, 4.5, .sentence, "asks to share or follow",
      """
      share this article/story/post/page/on/via/with
      share on/via facebook/twitter/x/linkedin/reddit/whatsapp/email/pinterest/telegram
      share to facebook/twitter/x/linkedin/reddit/whatsapp
      click to share
      click to email
      click to print
      follow us
      follow @ on
      follow me on
      like us on
      find us on
      join us on
      tweet this
      pin it
      email this
      print this
      copy link
      link copied
      add us as
      like this
      like loading
      send us a tip
      email a link
      opens in new window
      """),
    CueGroup(
      .share, 3.5, .anywhere, "asks to share or follow",
      """
      follow us on
      find us on
      us on facebook/twitter/instagram/whatsapp/youtube/tiktok/telegram/x/linkedin
      on whatsapp
      share on facebook
      share on twitter
      tweet on twitter
      on social media for
      follow .. on instagram/twitter/facebook/tiktok
      opens in new window
      opens in a new window
      opens in new tab
      got a story
      # shares
      # share
      preferred source
      """),
    CueGroup(
      .share, 3.5, .whole, "is the name of a place to share to",
      """
      share
      tweet
      print
      facebook
      twitter
      whatsapp
      pinterest
      linkedin
      reddit
      telegram
      tumblr
      flipboard
      messenger
      instagram
      youtube
      pocket
      share article
      share story
      shares
      facebook twitter
      save
      bookmark
      """),
  ]

  private static let related: [CueGroup] = [
    CueGroup(
      .related, 4.5, .block, "leads to other articles",
      """
      read more
      read also
      also read
      read on
      read next
      read the full story/article
      read our
      read @
      related
      see also
      also see
      see more .. at/on/from
      see more
      more on this
      more from
      more about this
      more stories
      more news
      most read
      most popular
      most viewed
      most shared
      top stories
      top news
      trending now
      trending
      recommended
      recommended for you
      recommended reading/stories/articles
      you may also like
      you might also like
      you may like
      people also read
      editor's picks
      editors picks
      don't miss
      don't miss out
      what to read next
      up next
      next up
      explore more
      further reading
      from our archive
      from the archive
      from our partners
      go deeper
      full story
      next article
      previous article
      related articles
      related stories
      related topics
      related tags
      related content
      related news
      related coverage
      similar articles
      other stories
      latest news
      latest stories
      latest headlines
      in case you missed
      keep reading
      continue reading
      view more
      load more
      show more
      get involved
      take action
      what you can do
      find out more
      learn more
      click here
      watch now
      more videos
      more to explore
      popular on
      around the web
      from around the web
      you must read
      must read
      """),
    CueGroup(
      .related, 4.5, .label, "leads to other articles",
      """
      previously
      watch
      listen
      read
      see
      more
      video
      photos
      gallery
      in pictures
      live
      also
      poll
      quiz
      podcast
      background
      explainer
      opinion
      don't miss
      next
      earlier
      """),
    CueGroup(
      .related, 2.6, .block, "leads to other articles",
      """
      watch
      listen
      video
      more
      previously
      explore
      discover
      check out
      visit
      join
      """),
    CueGroup(
      .related, 4.5, .anywhere, "leads to other articles",
      """
      full story here
      full story on
      click here to read/see/watch/view
      """),
    CueGroup(
      .related, 3, .anywhere, "leads to other articles",
      """
      click here for
      read more about
      read more at/on/here
      read the rest
      min read
      minute read
      minutes read
      see all
      our previous coverage
      """),
  ]

  private static let comments: [CueGroup] = [
    CueGroup(
      .comments, 4.5, .block, "belongs to the readers' comments",
      """
      comments are closed
      comments are
      comments #
      comments have
      leave a comment
      leave a reply
      leave your comment
      post a comment
      post comment
      post your comment
      add a comment
      add comment
      join the conversation
      join the discussion
      join the debate
      have your say
      view comments
      view # comments
      view all comments
      show comments
      show more replies
      see all # comments
      see all comments
      # comments
      # comment
      # replies
      # reply
      # thoughts on
      # responses to
      cancel reply
      load more comments
      sort by
      top comment
      top comments
      what do you think
      tell us in the comments
      let us know in the comments
      """),
    CueGroup(
      .comments, 3.6, .anywhere, "belongs to the readers' comments",
      """
      in the comments below
      in the comment section
      in the comments section
      logged in to post/comment/reply
      log in to comment/reply
      sign in to comment
      next time i comment
      email address will not be published
      required fields are marked
      comment was removed
      removed by a moderator
      community standards
      community guidelines
      found this helpful
      responsibility of the person
      readers comments
      comment policy
      moderate after
      notify me of new/follow
      like reply
      says reply
      """),
    CueGroup(
      .comments, 3.5, .whole, "is a button of the readers' comments",
      """
      comments
      reply
      report
      like reply
      reply report
      comment
      replies
      newest
      oldest
      guest
      anonymous
      like
      upvote
      downvote
      """),
  ]

  private static let navigation: [CueGroup] = [
    CueGroup(
      .navigation, 4.5, .block, "finds the way around the site",
      """
      skip to content
      skip to main
      skip navigation
      skip to footer
      skip to
      skip past
      back to top
      back to
      return to top
      jump to
      toggle navigation
      toggle search
      toggle menu
      open menu
      close menu
      main menu
      site search
      search for
      you are here
      you are at
      home news
      go to
      older post
      newer post
      older posts
      newer posts
      previous post
      next post
      table of contents
      filed under
      posted in
      tagged with
      tags
      tagged
      categories
      sections
      all topics
      """),
    CueGroup(
      .navigation, 4, .whole, "is an entry of a menu",
      """
      menu
      search
      home
      sign in
      log in
      login
      register
      subscribe now
      my account
      about
      about us
      contact
      contact us
      advertise
      advertise with us
      careers
      jobs
      faq
      faqs
      sitemap
      site map
      site index
      rss
      help
      help center
      close
      news
      sports
      sport
      opinion
      politics
      business
      world
      lifestyle
      entertainment
      technology
      tech
      science
      health
      culture
      travel
      weather
      photos
      videos
      video
      podcasts
      live
      live tv
      e paper
      epaper
      print edition
      next
      previous
      prev
      more
      back
      archive
      archives
      events
      shop
      store
      classifieds
      obituaries
      uk
      us
      india
      africa
      asia
      europe
      feedback
      """),
    CueGroup(
      .navigation, 3.5, .anywhere, "counts or limits what may be read",
      """
      # free articles left/remaining
      # free article left/remaining
      free articles left
      articles left this month
      """),
  ]

  private static let notices: [CueGroup] = [
    CueGroup(
      .advertisement, 4.5, .whole, "announces an advertisement",
      """
      advertisement
      advertisements
      advert
      ad
      ads
      sponsored
      sponsored content
      promoted
      promoted content
      paid content
      partner content
      brought to you by
      story continues below advertisement
      article continues below advertisement
      story continues below
      article continues below
      continue reading below
      article continues after this ad
      scroll down to keep reading
      scroll to continue
      scroll to continue with content
      report this ad
      advertise here
      ad feedback
      learn more
      advertisement continue reading
      """),
    CueGroup(
      .advertisement, 4, .anywhere, "announces an advertisement",
      """
      continues below advertisement
      continues after advertisement
      continues after this ad
      continue reading below
      earn a commission
      earn a small commission
      earn commission
      affiliate commission
      affiliate links
      affiliate link
      affiliate partner
      affiliate programmes
      affiliate programs
      affiliate program
      sponsored by
      presented by
      paid for by
      in partnership with our
      at no extra cost to you
      at no additional cost to you
      purchase through links
      buy through links
      links on this page
      report this ad
      advertise with us
      terms apply
      book a test drive
      """),
    CueGroup(
      .cookies, 4.5, .anywhere, "asks about cookies or personal data",
      """
      we use cookies
      uses cookies
      use of cookies
      use cookies
      using cookies
      technologies like cookies
      technologies such as cookies
      cookie policy
      cookie settings
      cookie preferences
      cookie notice
      cookie consent
      cookies policy
      cookies and other
      cookies and similar
      marketing cookies
      functional cookies
      manage cookies
      accept all cookies
      accept cookies
      do not sell
      our # partners
      consent to this
      legitimate interest
      privacy settings
      privacy preferences
      your privacy choices
      turned off cookies
      """),
    CueGroup(
      .cookies, 4, .whole, "is a button of a consent box",
      """
      accept
      accept all
      accept and continue
      accept and close
      agree
      i agree
      i accept
      got it
      reject all
      decline
      manage preferences
      manage options
      more options
      cookies
      """),
    CueGroup(
      .cookies, 3.8, .anywhere, "asks to change the browser",
      """
      using an ad blocker
      switch/turn off your .. blocker
      disable your .. blocker
      pay our reporters
      ad blocker
      adblocker
      ad blocking
      adblock
      enable javascript
      enable cookies
      javascript is disabled
      javascript is not enabled
      ask for your permission before
      content provided by
      """),
    CueGroup(
      .other, 4, .anywhere, "asks to change the browser",
      """
      browser is not .. supported
      browser is out of date
      browser is outdated
      an unsupported browser
      an outdated browser
      upgrade/update your browser
      please refresh the page
      """),
    CueGroup(
      .legal, 4.5, .anywhere, "states rights or terms",
      """
      all rights reserved
      rights reserved
      may not be published/reproduced/broadcast/reprinted/copied
      may be copied/reproduced/reprinted
      not be reproduced
      reproduced without
      without the prior/express .. permission
      without .. written permission
      without our permission
      creative commons
      republish this
      republish our
      terms of service
      terms of use
      terms and conditions
      privacy policy
      privacy notice
      privacy statement
      user agreement
      views expressed
      opinions expressed
      do not necessarily reflect/represent
      does not necessarily reflect/represent
      not responsible for the content
      external linking
      registered office
      company number
      registered in england
      registered charity
      vat no
      editors code of practice
      press standards
      corrections policy
      complaint about
      editorial guidelines
      not a substitute for
      for informational purposes
      for general information
      general information only
      past performance
      capital at risk
      not financial advice
      not been edited
      syndicated feed
      auto generated
      protected by recaptcha
      """),
    CueGroup(
      .legal, 4.5, .block, "states rights or terms",
      """
      copyright
      disclaimer
      spotted a mistake
      report an error
      report a correction
      how we use
      """),
    CueGroup(
      .legal, 4, .whole, "is an entry of a site's footer",
      """
      terms
      privacy
      accessibility
      imprint
      impressum
      legal
      disclaimer
      disclosure
      terms conditions
      ad choices
      your ad choices
      code of ethics
      ethics policy
      modern slavery statement
      accessibility statement
      complaints
      corrections
      """),
    CueGroup(
      .credit, 4.5, .block, "only names who made a picture or the text",
      """
      photo
      photos
      photo by
      photos by
      photograph
      photograph by
      photographs
      photographer
      picture
      pictures
      picture by
      image
      image credit
      image credits
      image source
      image via
      image by
      image caption
      image copyright
      images
      images by
      images via
      featured image
      featured image via
      featured image by
      feature image
      cover image
      cover photo
      header image
      main image
      lead image
      top image
      illustration
      illustration by
      graphic by
      video by
      credit
      credits
      additional reporting by
      additional reporting
      reporting by
      editing by
      with reporting by
      with files from
      with post wires
      written by
      edited by
      compiled by
      translated by
      story adapted
      materials provided by
      journal reference
      source
      via
      about the author
      supplied
      """),
    CueGroup(
      .credit, 3.5, .anywhere, "only names who made a picture or the text",
      """
      getty images
      via getty
      ap photo
      via ap
      afp via
      picture agency
      via reuters
      via shutterstock
      shutterstock
      via wikimedia
      wikimedia commons
      via flickr
      via unsplash
      unsplash
      courtesy of
      photo credit
      image credit
      picture credit
      screenshot via
      """),
    CueGroup(
      .credit, 3.2, .anywhere, "tells who the author is",
      """
      is a staff writer
      is a senior writer
      is a freelance
      is a contributing writer/editor
      is a reporter at/for/with
      is an editor at
      is a senior editor
      is a columnist
      is a writer and
      is the author of
      is a journalist
      follow him on
      follow her on
      follow them on
      can be reached at
      contributed to this report/story/article
      """),
  ]

  private static let remnants: [CueGroup] = [
    CueGroup(
      .embedRemnant, 4.5, .anywhere, "is left over from something embedded",
      """
      view this post on
      a post shared by
      view on instagram/twitter/x/facebook
      view on
      pic.twitter.com
      listen to this article
      listen to this story
      listen to article
      hear this story
      video can not be played
      video cannot be played
      video is not available
      to play this video
      does not support the audio/video
      browser does not support
      doesn't support html5
      your browser
      current time
      see original article
      hover over the
      created with
      embedded pdf
      swipe to see
      captions are not available
      media playback is
      watch this video
      video player
      loaded 0
      remaining time
      play video
      pause unmute
      click to expand
      tap to
      this is a modal
      content is not available
      view gallery
      view slideshow
      enlarge image
      click to enlarge
      open image
      """),
    CueGroup(
      .embedRemnant, 4, .whole, "is left over from something embedded",
      """
      loading
      video
      gallery
      play
      pause
      mute
      unmute
      fullscreen
      zoom in
      zoom out
      image
      photo
      audio
      embed
      close
      expand
      advertisement loading
      hide caption
      toggle caption
      now playing
      replay
      """),
    CueGroup(
      .embedRemnant, 3, .block, "is left over from something embedded",
      """
      loading
      image see
      chart
      page # of #
      function
      var
      gallery
      # of #
      slide # of
      """),
  ]
}
