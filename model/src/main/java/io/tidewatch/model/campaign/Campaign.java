package io.tidewatch.model.campaign;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as it was made. Names are the names in JSON.
 *
 * @param id lower-case ASCII letters, digits and hyphens
 * @param name what people call it
 * @param brandId whose users are to deepen
 * @param purpose of the consent that an export needs
 * @param asOf T, before which the audience was chosen
 * @param query what the audience was asked by, without ids of users
 * @param model name of the model that ordered the audience; null for the directions alone
 * @param channels those among which treated persons were allotted by chance; may be empty
 * @param holdOut share of persons that is held out, 0 to 0.9
 * @param members whom it consists of
 */
public record Campaign(
    String id,
    String name,
    String brandId,
    String purpose,
    Instant asOf,
    Instant createdAt,
    String query,
    @Nullable String model,
    List<String> channels,
    double holdOut,
    Members members) {

  public Campaign {
    channels = List.copyOf(channels);
  }

  /** The same campaign with other members. */
  public Campaign with(Members others) {
    return new Campaign(
        id, name, brandId, purpose, asOf, createdAt, query, model, channels, holdOut, others);
  }

  /**
   * Where the members are and how many.
   *
   * @param file name of the file that holds them
   * @param sha256 checksum of that file, 64 hexadecimal digits
   * @param treated who may be exported
   * @param heldOut who must not
   */
  public record Members(String file, String sha256, int treated, int heldOut) {
    public int size() {
      return treated + heldOut;
    }
  }
}
