package io.tidewatch.api.campaign;

import io.tidewatch.api.question.NotFoundException;
import io.tidewatch.audience.campaign.Member;
import io.tidewatch.audience.campaign.MemberFiles;
import io.tidewatch.model.campaign.Campaign;
import io.tidewatch.model.campaign.Campaign.Members;
import io.tidewatch.model.campaign.CampaignStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Campaigns with their members: rows of the state beside files. Safe from any thread. */
final class CampaignBook {
  private final Supplier<CampaignStore> store;
  private final MemberFiles files;

  CampaignBook(Supplier<CampaignStore> store, MemberFiles files) {
    this.store = store;
    this.files = files;
  }

  CampaignStore store() {
    return store.get();
  }

  List<Campaign> list() {
    return store.get().list();
  }

  /** A brand's whose members are here, the newest first. */
  List<Campaign> of(String brandId) {
    return here().stream()
        .filter(campaign -> brandId.equals(campaign.brandId()))
        .toList();
  }

  /** The campaign of that id, else the one of that name. */
  Campaign find(String idOrName) {
    List<Campaign> all = list();
    return all.stream()
        .filter(campaign -> campaign.id().equals(idOrName))
        .findFirst()
        .or(() ->
            all.stream().filter(campaign -> campaign.name().equals(idOrName)).findFirst())
        .orElseThrow(() -> new NotFoundException("campaign: the id or name of a stored campaign is"
            + " required ("
            + (all.isEmpty()
                ? "there is none"
                : all.stream().map(Campaign::id).limit(10).collect(Collectors.joining(", ")))
            + "), got "
            + idOrName));
  }

  /** Throws {@link IllegalArgumentException} when a campaign has the id or the name. */
  void checkFree(String id, String name) {
    for (Campaign campaign : list()) {
      if (campaign.id().equals(id) || campaign.name().equals(name)) {
        throw new IllegalArgumentException(
            "name: a name and id that no campaign has yet are required, got " + name + " (" + id
                + ")");
      }
    }
  }

  /** Stores a campaign, whose own members say nothing yet. */
  synchronized Campaign add(Campaign draft, List<Member> members) {
    checkFree(draft.id(), draft.name());
    Campaign campaign = draft.with(files.write(draft.id(), members));
    if (!store.get().create(campaign)) {
      throw new IllegalArgumentException(
          "name: a name that no campaign has yet is required, got " + draft.name());
    }
    return campaign;
  }

  /** The members as they are now, best first. */
  synchronized List<Member> members(String campaignId) {
    return files.read(find(campaignId).members());
  }

  /** Who of these ids is a member of which campaign. */
  synchronized List<Membership> memberships(Set<String> ids) {
    var found = new ArrayList<Membership>();
    for (Campaign campaign : here()) {
      for (Member member : files.read(campaign.members())) {
        if (ids.contains(member.userId())) {
          found.add(Membership.of(campaign, member));
        }
      }
    }
    return found;
  }

  /**
   * Takes these ids out of every campaign, and deletes every file that no campaign names.
   *
   * @param touched hears the id of each campaign with such a member before the members go
   * @return how many members went
   */
  synchronized long erase(Set<String> ids, Consumer<String> touched) {
    long gone = 0;
    for (Campaign campaign : here()) {
      Members members = campaign.members();
      if (files.read(members).stream().anyMatch(member -> ids.contains(member.userId()))) {
        touched.accept(campaign.id());
        Members left = files.without(campaign.id(), members, ids::contains);
        gone += members.size() - left.size();
        store.get().replace(campaign.id(), left);
      }
    }
    files.keepOnly(
        list().stream().map(campaign -> campaign.members().file()).collect(Collectors.toSet()));
    return gone;
  }

  /** A state may be shared by several data directories, each with the members of its own. */
  private List<Campaign> here() {
    return list().stream().filter(campaign -> files.holds(campaign.members())).toList();
  }
}
