package org.careroom.database;

import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where Careroom keeps what it stores by itself.
 *
 * @param data the folder, relative to where Careroom was started; made, for its own user only, when it is not there
 */
@Validated
@ConfigurationProperties("careroom")
record DataSettings(@DefaultValue("data") @NotBlank String data) {

    Path folder() {
        return Path.of(data).toAbsolutePath().normalize();
    }
}
