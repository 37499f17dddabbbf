// A table: what addresses carry only to tell who follows them.

/// The parameters of an address that tell nothing to a server but who came from where.
enum Tracking {
  /// Names that begin so: of Google Analytics, Matomo, HubSpot, Vero, Omeda.
  private static let openings = ["utm_", "mtm_", "pk_", "piwik_", "hsa_", "vero_", "oly_", "matomo_"]

  /// Names that browsers strip too: of Google, Meta, Microsoft, Yandex, X, TikTok, LinkedIn, Mailchimp, Marketo, HubSpot.
  private static let names = [
    "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "gad_source", "gad_campaignid", "srsltid", "_ga", "_gl",
    "msclkid", "yclid", "ymclid", "_openstat", "twclid", "ttclid", "igshid", "igsh", "epik", "li_fat_id", "mc_cid",
    "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "__hstc", "__hssc", "__hsfp", "hsctatracking", "fb_action_ids",
    "fb_action_types", "fb_source", "fb_ref", "ml_subscriber", "ml_subscriber_hash", "rb_clickid", "wickedid", "s_cid",
    "at_medium", "at_campaign", "at_custom1", "at_custom2", "at_custom3", "at_custom4", "cmpid", "wt_mc", "ref_src",
    "ref_url", "_branch_match_id", "__s", "dm_i", "irclickid", "sc_cid", "zanpid",
  ]

  static func isName(_ name: some StringProtocol) -> Bool {
    let name = name.lowercased()
    return openings.contains(where: name.hasPrefix) || names.contains(name)
  }
}

/// An address of the web without what only tells who follows it; all else stays as it is written.
package func withoutTracking(_ address: String) -> String {
  guard URLParts(address)?.isWeb == true, let mark = address.firstIndex(where: { $0 == "?" || $0 == "#" }),
    address[mark] == "?"
  else { return address }
  let query = address[address.index(after: mark)...].prefix { $0 != "#" }
  let fields = query.split(separator: "&", omittingEmptySubsequences: false)
  let kept = fields.filter { !Tracking.isName($0.prefix { $0 != "=" }) }
  guard kept.count < fields.count else { return address }
  return address[..<mark] + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&")) + address[query.endIndex...]
}
